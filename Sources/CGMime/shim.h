#pragma once

// GMime 3.2 (libgmime-3.0-dev).
#include <gmime/gmime.h>
