//! `waivers.yaml`

use super::super::yaml::Node;
use super::fields::record;
use super::shape::Shape;
use super::values::{self, DATE, FilePath, Leaf, TEXT, list};
use crate::diag::{FileId, Sink};
use crate::model::waiver::Waiver;
use crate::syntax::messages::words;

/// Reads `waivers.yaml`.
pub fn read_waivers(node: &Node, file: FileId, sink: &mut Sink) -> Option<Vec<Waiver>> {
    waivers().read_file(node, file, sink)
}

record! {
    pub(super) waivers: words::waivers_record => Vec<Waiver> {
        waivers: required("waivers", list(waiver()), "[{code: CN402, file: instruments/nd-1-2030.yaml, reason: Chưa đọc được điều khoản chấm dứt, on: 2030-01-05, until: 2031-01-05}]")
            vi "các mục miễn"
            en "the waivers";
    }
    make waivers
}

record! {
    waiver: words::waiver_record => Waiver {
        code: required("code", CODE, "CN402")
            vi "mã của cảnh báo; lỗi không miễn được"
            en "the code of the warning; errors cannot be waived";
        file: required("file", FilePath(""), "instruments/nd-1-2030.yaml")
            vi "tệp có cảnh báo, tính từ thư mục kho"
            en "the file with the warning, from the folder of the corpus";
        reason: required("reason", TEXT, "Chưa đọc được điều khoản chấm dứt")
            vi "vì sao miễn"
            en "why it is waived";
        on: required("on", DATE, "2026-11-23")
            vi "ngày quyết định"
            en "the day of the decision";
        until: required("until", DATE, "2027-11-23")
            vi "ngày đầu tiên không còn được miễn"
            en "the first day on which it is no longer waived";
    }
    make Waiver { code, file, reason, on, until }
}

/// Whether there is such a code, and whether it can be waived, is known where all codes are.
const CODE: Leaf<String> = Leaf::new(values::text, || Shape::Code);
