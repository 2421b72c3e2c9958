//! What `camnang verify` says.
