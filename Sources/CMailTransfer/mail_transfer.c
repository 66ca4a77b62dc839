#include "mail_transfer.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

struct mail_session {
  CURL *curl;
  /* Of the try in hand. */
  const uint8_t *bytes;
  size_t count;
  size_t position;
  bool is_handed_over;
  /* An answer came after the message was handed over. */
  bool is_answered;
  /* More lines of the last answer follow. */
  bool is_answer_open;
  /* We have said goodbye, so that answers are about that. */
  bool is_leaving;
  /* There is a user, and AUTH was said in this connection. */
  bool has_user;
  bool is_logged_in;
  bool (*before_last)(void *context);
  void *context;
  mail_result *result;
};

static size_t read_message(char *buffer, size_t size, size_t items, void *user) {
  mail_session *session = user;
  size_t room = size * items;
  size_t rest = session->count - session->position;
  size_t step = rest < room ? rest : room;
  // libcurl goes on without AUTH where the server offers none.
  if (session->has_user && !session->is_logged_in) return CURL_READFUNC_ABORT;
  if (step == rest && !session->is_handed_over) {
    if (!session->before_last(session->context)) return CURL_READFUNC_ABORT;
    session->is_handed_over = true;
  }
  memcpy(buffer, session->bytes + session->position, step);
  session->position += step;
  return step;
}

/* Notes a command by its first word only: AUTH is followed by the password, also on lines of its own. */
static void note_command(mail_session *session, const char *data, size_t size) {
  static const char *const words[] = {"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL",
                                      "RCPT", "DATA", "QUIT"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t length = strlen(words[i]);
    if (size > length && memcmp(data, words[i], length) == 0
        && (data[length] == ' ' || data[length] == '\r')) {
      const char *word = words[i];
      if (strcmp(word, "QUIT") == 0) {
        session->is_leaving = true;
        return;
      }
      if (strcmp(word, "EHLO") == 0) session->is_logged_in = false;
      if (strcmp(word, "AUTH") == 0) session->is_logged_in = true;
      strcpy(session->result->command, word);
      return;
    }
  }
}

/* Notes a line of an answer; the lines of one answer are joined. */
static void note_answer(mail_session *session, const char *data, size_t size) {
  mail_result *result = session->result;
  int code = 0;
  for (int digit = 0; digit < 3; digit++) {
    if (data[digit] < '0' || data[digit] > '9') return;
    code = code * 10 + (data[digit] - '0');
  }
  size_t end = size;
  while (end > 3 && (data[end - 1] == '\r' || data[end - 1] == '\n')) end--;
  size_t start = 0;
  size_t length = 0;
  if (session->is_answer_open) {
    length = strlen(result->answer);
    start = 3;
  }
  result->code = code;
  session->is_answer_open = end > 3 && data[3] == '-';
  if (session->is_handed_over && !session->is_answer_open) session->is_answered = true;
  for (size_t i = start; i < end && length < sizeof result->answer - 1; i++) {
    bool is_sign = i == 3 && data[i] == '-';
    result->answer[length++] = data[i] && !is_sign ? data[i] : ' ';
  }
  result->answer[length] = 0;
}

static int note_dialogue(CURL *curl, curl_infotype type, char *data, size_t size, void *user) {
  (void)curl;
  mail_session *session = user;
  if (!session->result) return 0;
  if (type == CURLINFO_HEADER_OUT) note_command(session, data, size);
  if (type == CURLINFO_HEADER_IN && size >= 3 && !session->is_leaving)
    note_answer(session, data, size);
  return 0;
}

/* Sets an option, or leaves a mark that one could not be set. */
#define SET(option, value) \
  do { \
    if (curl_easy_setopt(session->curl, option, value) != CURLE_OK) is_set = false; \
  } while (0)

mail_session *mail_session_new(const mail_settings *settings) {
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return NULL;
  mail_session *session = calloc(1, sizeof *session);
  if (!session) return NULL;
  session->curl = curl_easy_init();
  bool is_set = session->curl != NULL;
  if (is_set) {
    SET(CURLOPT_URL, settings->url);
    SET(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    // Nothing of the environment decides over the way a message goes.
    SET(CURLOPT_PROXY, "");
    SET(CURLOPT_USE_SSL,
        (long)(settings->security == MAIL_STARTTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    SET(CURLOPT_SSL_VERIFYPEER, 1L);
    SET(CURLOPT_SSL_VERIFYHOST, 2L);
    SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (settings->authorities) SET(CURLOPT_CAINFO, settings->authorities);
    if (settings->user) {
      session->has_user = true;
      SET(CURLOPT_USERNAME, settings->user);
      SET(CURLOPT_PASSWORD, settings->password);
    }
    SET(CURLOPT_CONNECTTIMEOUT, settings->timeout);
    SET(CURLOPT_SERVER_RESPONSE_TIMEOUT, settings->timeout);
    SET(CURLOPT_LOW_SPEED_LIMIT, 1L);
    SET(CURLOPT_LOW_SPEED_TIME, settings->timeout);
    SET(CURLOPT_NOSIGNAL, 1L);
    SET(CURLOPT_UPLOAD, 1L);
    SET(CURLOPT_READFUNCTION, read_message);
    SET(CURLOPT_READDATA, session);
    SET(CURLOPT_VERBOSE, 1L);
    SET(CURLOPT_DEBUGFUNCTION, note_dialogue);
    SET(CURLOPT_DEBUGDATA, session);
  }
  if (is_set) return session;
  mail_session_free(session);
  return NULL;
}

void mail_session_free(mail_session *session) {
  session->result = NULL;
  if (session->curl) curl_easy_cleanup(session->curl);
  free(session);
}

static bool is_about_security(CURLcode status) {
  switch (status) {
    case CURLE_USE_SSL_FAILED:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CIPHER: return true;
    default: return false;
  }
}

static mail_outcome outcome(const mail_session *session, CURLcode status) {
  const mail_result *result = session->result;
  if (status == CURLE_OK) return MAIL_ACCEPTED;
  if (session->is_handed_over) {
    if (!session->is_answered) return MAIL_UNANSWERED;
    // The answer tells, whatever became of the connection afterwards.
    if (result->code >= 400) return MAIL_REFUSED;
    return result->code / 100 == 2 ? MAIL_ACCEPTED : MAIL_UNANSWERED;
  }
  if (is_about_security(status)) return MAIL_NOT_SECURE;
  if (status == CURLE_ABORTED_BY_CALLBACK && session->has_user && !session->is_logged_in)
    return MAIL_NOT_LOGGED_IN;
  return result->code >= 400 ? MAIL_REFUSED : MAIL_NOT_CONNECTED;
}

/* One dialogue about the message in hand. */
static void try_once(mail_session *session) {
  mail_result *result = session->result;
  memset(result, 0, sizeof *result);
  session->position = 0;
  session->is_handed_over = false;
  session->is_answered = false;
  session->is_answer_open = false;
  session->is_leaving = false;
  CURLcode status = curl_easy_perform(session->curl);
  if (status != CURLE_OK && !result->problem[0])
    strncpy(result->problem, curl_easy_strerror(status), sizeof result->problem - 1);
  result->status = (int)status;
  result->outcome = outcome(session, status);
}

/* Whether the connection of an earlier message was used again and had been closed meanwhile: nothing was
 * answered on it, and a new one may do. libcurl looks before it uses one again, but a reset may be on
 * its way, and for a message to be sent it does not connect anew by itself. */
static bool was_closed_before(const mail_session *session) {
  long connections = 1;
  if (curl_easy_getinfo(session->curl, CURLINFO_NUM_CONNECTS, &connections) != CURLE_OK) return false;
  const mail_result *result = session->result;
  return connections == 0 && result->outcome == MAIL_NOT_CONNECTED && result->code == 0;
}

void mail_session_send(mail_session *session, const char *from, const char *to,
                       const uint8_t *bytes, size_t count, bool (*before_last)(void *context),
                       void *context, mail_result *result) {
  memset(result, 0, sizeof *result);
  session->bytes = bytes;
  session->count = count;
  session->before_last = before_last;
  session->context = context;
  session->result = result;
  struct curl_slist *recipients = curl_slist_append(NULL, to);
  bool is_set = recipients != NULL;
  SET(CURLOPT_MAIL_FROM, from);
  SET(CURLOPT_MAIL_RCPT, recipients);
  SET(CURLOPT_INFILESIZE_LARGE, (curl_off_t)count);
  SET(CURLOPT_ERRORBUFFER, result->problem);
  if (is_set) {
    try_once(session);
    if (was_closed_before(session)) {
      SET(CURLOPT_FRESH_CONNECT, 1L);
      try_once(session);
      SET(CURLOPT_FRESH_CONNECT, 0L);
    }
  } else {
    result->status = CURLE_OUT_OF_MEMORY;
    result->outcome = MAIL_NOT_CONNECTED;
  }
  // The buffer is the caller's.
  SET(CURLOPT_ERRORBUFFER, NULL);
  SET(CURLOPT_MAIL_RCPT, NULL);
  curl_slist_free_all(recipients);
  session->result = NULL;
}
