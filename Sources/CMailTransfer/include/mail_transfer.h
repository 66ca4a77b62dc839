#ifndef BAOCAO_MAIL_TRANSFER_H
#define BAOCAO_MAIL_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * One message to one recipient over SMTP, by libcurl (libcurl4-openssl-dev): its options are variadic
 * and its callbacks take pointers, so they stay here.
 */

typedef struct mail_session mail_session;

#define MAIL_CHECKED __attribute__((warn_unused_result))

/* How a session is secured. */
typedef enum __attribute__((enum_extensibility(closed))) {
  MAIL_PLAIN,
  /* The server must offer STARTTLS. */
  MAIL_STARTTLS,
  /* TLS from the first byte. */
  MAIL_TLS,
} mail_security;

typedef struct {
  /* smtp://host:port/name-of-the-client, or smtps:// */
  const char *url;
  mail_security security;
  /* File of the authorities that are trusted; NULL for those of the system. */
  const char *authorities;
  /* NULL without AUTH. */
  const char *user;
  const char *password;
  /* Seconds to wait for a connection, and for an answer of the server. */
  long timeout;
} mail_settings;

/* What a try came to, as the dialogue with the server shows it. */
typedef enum __attribute__((enum_extensibility(closed))) {
  MAIL_ACCEPTED,
  /* No connection, or it was lost before the message was handed over. */
  MAIL_NOT_CONNECTED,
  /* The certificate does not hold, or the server offers no STARTTLS. */
  MAIL_NOT_SECURE,
  /* There is a user, and the server offers no way to log in. */
  MAIL_NOT_LOGGED_IN,
  /* An answer of 400 or more; `code`, `command` and `answer` say which. */
  MAIL_REFUSED,
  /* The message was handed over whole, and no answer came. */
  MAIL_UNANSWERED,
} mail_outcome;

typedef struct {
  mail_outcome outcome;
  /* The last answer's; 0 for none. */
  int code;
  /* The first word of the command before that answer, never "QUIT"; empty at the server's greeting. */
  char command[16];
  /* The server's last answer without its line ends, cut where it is long; what bytes it has. */
  char answer[1024];
  /* What libcurl says of an end without an answer. */
  char problem[256];
  /* libcurl's number of it. */
  int status;
} mail_result;

/* NULL where there is no memory. */
MAIL_CHECKED mail_session *mail_session_new(const mail_settings *settings);
/* Says goodbye to the server and frees everything. */
void mail_session_free(mail_session *session);

/* Sends `bytes` from an address to one other. `before_last` is called right before the last bytes are
 * handed over, from where on the server may accept the message; where it gives false, the try ends as
 * not connected. */
void mail_session_send(mail_session *session, const char *from, const char *to,
                       const uint8_t *bytes, size_t count, bool (*before_last)(void *context),
                       void *context, mail_result *result);

#endif
