//! The hand-out: a copy for each department.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[cfg(feature = "pdf")]
#[path = "support/sample_view.rs"]
mod sample_view;

#[cfg(feature = "pdf")]
mod copies {
    use camnang::render::typst::{pdf, pdf_of_copy};
    use camnang::source;
    use camnang::view::CopyView;

    use super::sample_view::{sample_images, sample_view};

    #[test]
    fn a_copy_has_its_addressee_on_the_cover_and_is_otherwise_the_booklet() {
        let templates = source::templates(None).unwrap();
        let view = sample_view("");
        let plain = pdf(&view, &sample_images(), &templates).unwrap();
        let lines = ["Số 1 đường Bịa Đặt".to_owned(), "thị xã Không Có".to_owned()];
        let copy = CopyView::new("so-a", "Sở Thử nghiệm tỉnh Ễ", Some("Tỉnh Ễ"), &lines, "thu-007");
        let first = pdf_of_copy(&view, Some(&copy), &sample_images(), &templates).unwrap();
        let again = pdf_of_copy(&view, Some(&copy), &sample_images(), &templates).unwrap();
        assert!(first == again, "the same copy gives other bytes");
        let pages = |pdf: &[u8]| {
            let document = lopdf::Document::load_mem(pdf).unwrap();
            let numbers: Vec<u32> = document.get_pages().into_keys().collect();
            let text = |number: u32| document.extract_text(&[number]).unwrap().split_whitespace().collect::<String>();
            numbers.into_iter().map(text).collect::<Vec<_>>()
        };
        let (plain, first) = (pages(&plain), pages(&first));
        let addressee = "BảndànhchoSởThửnghiệmtỉnhỄSố1đườngBịaĐặtthịxãKhôngCóBảnsốthu-007";
        assert!(first[0].contains(addressee), "{}", first[0]);
        assert_eq!(first[0].replace(addressee, ""), plain[0]);
        assert_eq!(first[1..], plain[1..]);
    }
}
