//! Codes of this stage.

use super::codes;

codes! {}
