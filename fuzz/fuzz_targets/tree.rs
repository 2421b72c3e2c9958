#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| camnang_fuzz::tree(data));
