#ifndef CARCHIVE_SHIM_H
#define CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

/*
 * Every function that we call and that returns a status, declared once more:
 * Swift treats C results as discardable, so without this a damaged archive
 * could go unnoticed.
 */

#define BAOCAO_CHECKED __attribute__((warn_unused_result))

int archive_read_next_header(struct archive *archive,
                             struct archive_entry **entry) BAOCAO_CHECKED;
la_ssize_t archive_read_data(struct archive *archive, void *bytes,
                             size_t count) BAOCAO_CHECKED;

/* Opens a zip file for reading, or gives NULL. */
BAOCAO_CHECKED static inline struct archive *baocao_archive_open(const char *path) {
  struct archive *archive = archive_read_new();
  if (!archive) return NULL;
  if (archive_read_support_format_zip_seekable(archive) != ARCHIVE_OK
      || archive_read_open_filename(archive, path, 1 << 16) != ARCHIVE_OK) {
    (void)archive_read_free(archive);
    return NULL;
  }
  return archive;
}

static inline void baocao_archive_free(struct archive *archive) {
  (void)archive_read_free(archive);
}

#endif
