#define _GNU_SOURCE
#include "exchange.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int exchange_paths(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

int settle_folder(const char *path) {
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return -1;
  int status = syncfs(folder);
  close(folder);
  return status;
}
