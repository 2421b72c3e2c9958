//! `departments.yaml`

use std::collections::BTreeSet;

use super::super::yaml::Node;
use super::fields::record;
use super::mail::WholeNumber;
use super::values::{DATE, DAY, END, TEXT, choice, own_id, reference, some};
use super::vocabulary::distinct;
use crate::diag::{FileId, Sink};
use crate::model::department::{Department, DepartmentGroup, Tile};
use crate::model::known::Term;
use crate::syntax::messages::words;

/// Reads `departments.yaml`.
pub fn read_departments(node: &Node, file: FileId, sink: &mut Sink) -> Option<Vec<DepartmentGroup>> {
    let groups = departments().read_file(node, file, sink);
    distinct(node.find("groups"), "id", "departments", &mut BTreeSet::new(), file, sink);
    groups
}

record! {
    pub(super) departments: words::departments_record => Vec<DepartmentGroup> {
        groups: required("groups", some(department_group()), "[{id: so-mau, title: Sở mẫu, from: 2030-01-01, until: none, confidence: unverified, checked-on: 2030-01-05, sources: [Công báo], departments: [{id: so-vi-du, name: Sở Ví Dụ, place: Tỉnh Ví Dụ}]}]")
            vi "các nhóm; mỗi nhóm là một thời, vì đơn vị được nhập, đổi tên"
            en "the groups; each is of one time, since departments are merged and renamed";
    }
    make groups
}

record! {
    department_group: words::department_group_record => DepartmentGroup {
        id: required("id", own_id(), "so-khcn")
            vi "id của nhóm"
            en "the id of the group";
        title: required("title", TEXT, "Sở Khoa học và Công nghệ của 34 tỉnh, thành phố")
            vi "tên nhóm"
            en "the title of the group";
        from: required("from", DAY, "2025-07-01")
            vi "ngày đầu tiên có các đơn vị này"
            en "the first day on which there are these departments";
        until: required("until", END, "none")
            vi "ngày **đầu tiên không còn** các đơn vị này; `none` nếu vẫn còn"
            en "the **first day on which there are no longer** these departments; `none` if there still are";
        confidence: required("confidence", choice(), "second-hand")
            vi "mức chắc chắn"
            en "how sure one is of it";
        checked_on: required("checked-on", DATE, "2026-11-23")
            vi "ngày kiểm tra gần nhất"
            en "the day of the latest check";
        sources: required("sources", some(TEXT), "[Nghị quyết số 202/2025/QH15]")
            vi "xem ở đâu; chỉ nêu tài liệu công khai"
            en "where it was seen; public documents only";
        note: optional("note", TEXT, "Danh sách theo nghị quyết sắp xếp")
            vi "lời nhắn cho người đọc"
            en "a remark for the reader";
        departments: required("departments", some(department()), "[{id: so-vi-du, name: Sở Ví Dụ, place: Tỉnh Ví Dụ}]")
            vi "các đơn vị"
            en "the departments";
    }
    make DepartmentGroup { id, title, term: Term { from, until }, confidence, checked_on, sources, note, departments }
}

record! {
    department: words::department_record => Department {
        id: required("id", own_id(), "so-khcn-bac-ninh")
            vi "id của đơn vị; không trùng nhau trong cả tệp"
            en "the id of the department; no two in the file are the same";
        name: required("name", TEXT, "Sở Khoa học và Công nghệ tỉnh Bắc Ninh")
            vi "tên đơn vị"
            en "the name of the department";
        place: required("place", TEXT, "Tỉnh Bắc Ninh")
            vi "địa bàn"
            en "its place";
        follows: list("follows", reference(), "[so-tttt-bac-giang, so-tttt-bac-ninh]")
            vi "các đơn vị mà nó nhận địa bàn"
            en "the departments whose place it took over";
        region: optional("region", TEXT, "Vùng Ví Dụ")
            vi "vùng mà địa bàn được tính vào trong kết quả rà soát, theo cách chia của cơ quan"
            en "the region that its place is counted with in the results of a review, as the office divides them";
        tile: optional("tile", tile(), "{column: 3, row: 1}")
            vi "ô của địa bàn trên bản đồ ô vuông của nhóm; là hình vẽ, không phải vị trí địa lý"
            en "the tile of its place on the group's map of tiles; a drawing and no geography";
        note: optional("note", TEXT, "Sáp nhập từ hai sở")
            vi "lời nhắn cho người đọc"
            en "a remark for the reader";
    }
    make Department { id, name, place, follows, region, tile, note }
}

record! {
    tile: words::tile_record => Tile {
        column: required("column", WholeNumber(0, 30, ""), "3")
            vi "cột thứ mấy từ trái, tính từ 0"
            en "the column from the left, from 0";
        row: required("row", WholeNumber(0, 40, ""), "1")
            vi "hàng thứ mấy từ trên, tính từ 0"
            en "the row from the top, from 0";
    }
    make Tile { column, row }
}

#[cfg(test)]
mod tests {
    use super::super::super::yaml::compose;
    use super::*;
    use crate::diag::Bilingual;

    /// Which values may be unknown is said by their kinds, and not by the names of keys.
    #[test]
    fn the_advice_on_a_missing_day_says_that_it_may_be_unknown() {
        let (text, file, mut sink) = ("groups: [{id: a}]", FileId(0), Sink::new());
        let node = compose(text, 0..text.len(), file, &mut sink).unwrap_or_else(|| unreachable!());
        assert!(read_departments(&node, file, &mut sink).is_none());
        let advice = |key: &str| {
            let finding = sink.findings().iter().find(|finding| finding.args.contains(&("key", Bilingual::same(key))));
            finding.and_then(|finding| finding.args.iter().find(|(name, _)| *name == "advice").cloned())
        };
        for (key, may_be_unknown) in [("from", true), ("until", true), ("title", false), ("checked-on", false)] {
            let (_, advice) = advice(key).unwrap_or_default();
            assert_eq!(advice.en.contains(&format!("`{key}: {{unknown: reason}}`")), may_be_unknown, "{key}");
        }
    }
}
