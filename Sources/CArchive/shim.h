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

int archive_write_open_memory(struct archive *archive, void *buffer, size_t room,
                              size_t *used) BAOCAO_CHECKED;
int archive_write_header(struct archive *archive, struct archive_entry *entry) BAOCAO_CHECKED;
la_ssize_t archive_write_data(struct archive *archive, const void *bytes,
                              size_t count) BAOCAO_CHECKED;
int archive_write_close(struct archive *archive) BAOCAO_CHECKED;

/* A zip file to be written, or NULL. */
BAOCAO_CHECKED static inline struct archive *baocao_zip_new(void) {
  struct archive *archive = archive_write_new();
  if (!archive) return NULL;
  if (archive_write_set_format_zip(archive) != ARCHIVE_OK
      || archive_write_set_bytes_in_last_block(archive, 1) != ARCHIVE_OK) {
    (void)archive_write_free(archive);
    return NULL;
  }
  return archive;
}

static inline void baocao_zip_free(struct archive *archive) { (void)archive_write_free(archive); }

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
