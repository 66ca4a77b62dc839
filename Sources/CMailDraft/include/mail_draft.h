#ifndef BAOCAO_MAIL_DRAFT_H
#define BAOCAO_MAIL_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A message that GMime composes, behind calls that know no GLib: its types are macros and casts, which
 * Swift cannot see. Texts are UTF-8 and end with NUL; they are copied.
 */

typedef struct mail_draft mail_draft;

#define MAIL_CHECKED __attribute__((warn_unused_result))

/* An empty message: the two texts of the body in an alternative, attachments beside it. The boundaries
 * are given, because GMime's own are random. */
MAIL_CHECKED mail_draft *mail_draft_new(const char *boundary, const char *inner_boundary);
void mail_draft_free(mail_draft *draft);

/* A header that is ASCII and folded already: lines after the first begin with white space. */
void mail_draft_set_header(mail_draft *draft, const char *name, const char *value);

/* `identifier` without the angle brackets. */
void mail_draft_set_message_id(mail_draft *draft, const char *identifier);

/* The body twice: as plain text and as a page. */
void mail_draft_set_body(mail_draft *draft, const char *plain, const char *html);

/* Adds a file. `disposition` is the value of that header, ASCII and folded; `name` is ASCII, for programs
 * that do not read the one in it; `type` is such as "text/csv". The bytes are copied. */
void mail_draft_attach(mail_draft *draft, const char *disposition, const char *name,
                       const char *type, const uint8_t *bytes, size_t count);

/* The message with CR LF line ends, to be given back with `mail_bytes_free`; NULL where it could not be
 * written. */
MAIL_CHECKED uint8_t *mail_draft_bytes(mail_draft *draft, size_t *count);
void mail_bytes_free(uint8_t *bytes);

#endif
