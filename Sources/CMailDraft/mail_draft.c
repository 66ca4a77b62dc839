#include "mail_draft.h"

#include <gmime/gmime.h>

struct mail_draft {
  GMimeMessage *message;
  GMimeMultipart *whole;
  GMimeMultipart *body;
};

static void start(void) {
  static gsize started = 0;
  if (g_once_init_enter(&started)) {
    g_mime_init();
    g_once_init_leave(&started, 1);
  }
}

mail_draft *mail_draft_new(const char *boundary, const char *inner_boundary) {
  start();
  mail_draft *draft = g_new0(mail_draft, 1);
  // Not the "pretty" order, which would move headers by GMime's own list.
  draft->message = g_mime_message_new(FALSE);
  draft->whole = g_mime_multipart_new_with_subtype("mixed");
  draft->body = g_mime_multipart_new_with_subtype("alternative");
  g_mime_multipart_set_boundary(draft->whole, boundary);
  g_mime_multipart_set_boundary(draft->body, inner_boundary);
  g_mime_multipart_add(draft->whole, GMIME_OBJECT(draft->body));
  g_mime_message_set_mime_part(draft->message, GMIME_OBJECT(draft->whole));
  return draft;
}

void mail_draft_free(mail_draft *draft) {
  g_object_unref(draft->body);
  g_object_unref(draft->whole);
  g_object_unref(draft->message);
  g_free(draft);
}

static void set_header(GMimeObject *object, const char *name, const char *value) {
  g_mime_object_set_header(object, name, value, "us-ascii");
  GMimeHeader *header =
      g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
  char *raw = g_strdup_printf(" %s\n", value);
  g_mime_header_set_raw_value(header, raw);
  g_free(raw);
}

void mail_draft_set_header(mail_draft *draft, const char *name, const char *value) {
  set_header(GMIME_OBJECT(draft->message), name, value);
}

void mail_draft_set_message_id(mail_draft *draft, const char *identifier) {
  g_mime_message_set_message_id(draft->message, identifier);
}

static void add_text(GMimeMultipart *body, const char *subtype, const char *text) {
  GMimeTextPart *part = g_mime_text_part_new_with_subtype(subtype);
  g_mime_text_part_set_charset(part, "utf-8");
  g_mime_text_part_set_text(part, text);
  g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_multipart_add(body, GMIME_OBJECT(part));
  g_object_unref(part);
}

void mail_draft_set_body(mail_draft *draft, const char *plain, const char *html) {
  add_text(draft->body, "plain", plain);
  // The last one is what a program shows that can show both (RFC 2046, 5.1.4).
  add_text(draft->body, "html", html);
}

void mail_draft_attach(mail_draft *draft, const char *disposition, const char *name,
                       const char *type, const uint8_t *bytes, size_t count) {
  GMimeContentType *content_type = g_mime_content_type_parse(NULL, type);
  GMimePart *part = g_mime_part_new();
  g_mime_object_set_content_type(GMIME_OBJECT(part), content_type);
  g_object_unref(content_type);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "name", name);
  set_header(GMIME_OBJECT(part), "Content-Disposition", disposition);
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
  GMimeDataWrapper *content =
      g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_mime_part_set_content(part, content);
  g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_multipart_add(draft->whole, GMIME_OBJECT(part));
  g_object_unref(content);
  g_object_unref(stream);
  g_object_unref(part);
}

uint8_t *mail_draft_bytes(mail_draft *draft, size_t *count) {
  GMimeFormatOptions *options = g_mime_format_options_new();
  g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
  GByteArray *array = g_byte_array_new();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(array);
  // The array outlives the stream.
  g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
  ssize_t written =
      g_mime_object_write_to_stream(GMIME_OBJECT(draft->message), options, stream);
  g_object_unref(stream);
  g_mime_format_options_free(options);
  *count = array->len;
  return g_byte_array_free(array, written < 0);
}

void mail_bytes_free(uint8_t *bytes) { g_free(bytes); }
