#ifndef CZSTD_SHIM_H
#define CZSTD_SHIM_H

#include <zstd.h>

/*
 * The function that we call and that returns a status, declared once more:
 * Swift treats C results as discardable, so without this a damaged archive
 * could go unnoticed.
 */

#define BAOCAO_CHECKED __attribute__((warn_unused_result))

ZSTDLIB_API size_t ZSTD_decompressStream(ZSTD_DStream *stream, ZSTD_outBuffer *output,
                                         ZSTD_inBuffer *input) BAOCAO_CHECKED;

#endif
