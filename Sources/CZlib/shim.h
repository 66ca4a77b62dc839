#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <stdlib.h>
#include <zlib.h>

/*
 * Every function that we call and that returns a status, declared once more:
 * Swift treats C results as discardable, so without this a damaged archive
 * could go unnoticed.
 */

#define BAOCAO_CHECKED __attribute__((warn_unused_result))

ZEXTERN int ZEXPORT inflate(z_streamp stream, int flush) BAOCAO_CHECKED;
ZEXTERN int ZEXPORT inflateReset(z_streamp stream) BAOCAO_CHECKED;

/*
 * Makes a stream that unpacks gzip members, or NULL. It stands on the heap
 * because zlib refuses a stream that has moved; inflateInit2 is a macro.
 */
BAOCAO_CHECKED static inline z_stream *baocao_inflate_new(void) {
  z_stream *stream = (z_stream *)calloc(1, sizeof *stream);
  if (!stream) return NULL;
  if (inflateInit2(stream, 15 + 16) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

static inline void baocao_inflate_free(z_stream *stream) {
  (void)inflateEnd(stream);
  free(stream);
}

/*
 * Unpacks from one range of bytes into another and says how many of each were
 * used, so that no pointer stays in the stream between two calls.
 */
BAOCAO_CHECKED static inline int
baocao_inflate(z_stream *stream, const unsigned char *from, unsigned from_count,
               unsigned char *to, unsigned to_count, unsigned *used, unsigned *made) {
  stream->next_in = (unsigned char *)from;
  stream->avail_in = from_count;
  stream->next_out = to;
  stream->avail_out = to_count;
  int status = inflate(stream, Z_NO_FLUSH);
  *used = from_count - stream->avail_in;
  *made = to_count - stream->avail_out;
  stream->next_in = NULL;
  stream->next_out = NULL;
  stream->avail_in = 0;
  stream->avail_out = 0;
  return status;
}

#endif
