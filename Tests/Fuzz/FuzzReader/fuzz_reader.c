#include <stddef.h>
#include <stdint.h>

/// Reads the bytes as an export and holds the reader to its laws; stops the
/// process where one does not hold.
void reader_laws_check(const uint8_t *bytes, size_t count);

/// What libFuzzer calls with every input that it makes.
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  reader_laws_check(bytes, count);
  return 0;
}
