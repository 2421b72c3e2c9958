//! The kinds of annex, each written once: a room that has a file for each kind takes the list from here.

/// Hands the list of all kinds to the macro `$then`. A line has the kind, the name of its file in every room that has one for
/// each, its key in the corpus and in templates (`<key>-content.html`, `<key>.typ`), what findings call it, what editors read
/// of it, and what it shows where that is made for it alone.
///
/// A new kind is a line here. The compiler then names what is missing: `view/annexes/<file>.rs` makes what it shows, and
/// `render/html/pages/annexes/<file>.rs` says how the site shows it.
macro_rules! annex_kinds {
    ($then:ident) => {
        $then! {
            // What these show is in every booklet, or in the annex itself.
            {
                /// The table of instruments.
                Instruments instruments "instruments"
                    ("bảng các văn bản", "the table of instruments")
                    ("bảng các văn bản", "the table of instruments");
                /// The terms.
                Glossary glossary "glossary"
                    ("bảng giải thích từ ngữ", "the glossary")
                    ("giải thích từ ngữ", "the glossary");
                /// Only its intro.
                Guidance guidance "guidance"
                    ("phần hướng dẫn", "a piece of guidance")
                    ("chỉ bài viết ở `intro`", "only the guidance of `intro`");
                /// What changed since the edition before.
                Changes changes "changes"
                    ("bảng những thay đổi", "the list of changes")
                    ("những thay đổi so với ấn bản trước; ấn bản phải có khoá `previous`", "what has changed since the edition before; the edition needs the key `previous`");
                /// Instruments on the axis of time.
                Timeline timeline "timeline"
                    ("hình các văn bản theo thời gian", "the figure of time")
                    ("hình các văn bản theo thời gian", "a picture of the instruments over time");
            }
            // What these show is made for them, and is in the view only where an edition has the annex.
            {
                /// Who must do what, how binding, under which provision, by when.
                Responsibilities responsibilities "responsibilities"
                    ("bảng trách nhiệm", "the table of responsibilities")
                    ("bảng trách nhiệm: đối tượng, việc, mức, quy định, hạn", "the table of duties: who, what, how binding, by which provision, by when") ResponsibilitiesView;
                /// A list to tick for each audience.
                Checklists checklists "checklists"
                    ("các danh sách việc", "the checklists")
                    ("mỗi đối tượng một danh sách việc có ô để đánh dấu; địa chỉ trên trang web: `viec-can-lam.html#viec-<id đối tượng>`", "a list of duties to tick for each audience; on the web: `viec-can-lam.html#viec-<id of the audience>`") ChecklistsView;
                /// The duties due on each day, for each audience.
                Calendar calendar "calendar"
                    ("lịch việc", "the calendar")
                    ("lịch: việc có ngày tới hạn tính được, xếp theo ngày, mỗi đối tượng một bảng; trên trang web có tệp .ics và .csv để tải", "the duties whose next day can be computed, by date, a table for each audience; on the web with .ics and .csv files") CalendarView;
                /// Unknown and unverified facts, and how to settle them.
                Unknowns unknowns "unknowns"
                    ("danh sách điều chưa biết", "the list of what is unknown")
                    ("điều chưa rõ hoặc chưa kiểm chứng, và cần có gì để biết", "what is unknown or not verified, and what would settle it") UnknownsView;
                /// The form in which an office reports what it has done.
                ReportForm report_form "report-form"
                    ("mẫu báo cáo", "the report form")
                    ("mẫu để đơn vị tự rà soát và báo cáo", "a form in which a department reports what it has done") ReportFormView;
                /// Changes issued by the edition's day that take effect later.
                Pending pending "pending"
                    ("danh sách thay đổi sắp tới", "the list of pending changes")
                    ("điều đã ban hành và chắc chắn có hiệu lực sau ngày của ấn bản", "what has been issued and certainly takes effect after the edition's day") PendingView;
                /// To whom the booklet is handed out.
                Departments departments "departments"
                    ("danh sách đơn vị nhận", "the list of departments")
                    ("các đơn vị nhận có mặt vào ngày của ấn bản, theo `departments.yaml`", "the departments that there are on the edition's day, by `departments.yaml`") DepartmentsView;
                /// Terms, topics, audiences and instruments by the alphabet, with the excerpts that mention them.
                Index index "index"
                    ("bảng tra", "the index")
                    ("bảng tra: từ ngữ của `glossary.yaml`, chủ đề, đối tượng, văn bản xếp theo vần, kèm số trích dẫn và số trang", "the index: terms of `glossary.yaml`, topics, audiences and instruments by the alphabet, with numbers of excerpts and pages") IndexView;
                /// Technical regulations and standards, and where they are used.
                Standards standards "standards"
                    ("bảng tiêu chuẩn, quy chuẩn", "the table of standards")
                    ("tiêu chuẩn, quy chuẩn mà ấn bản in hoặc trích dẫn có nêu: tình trạng, văn bản ban hành, nêu ở đâu", "the standards and technical regulations that the edition prints or cites: their state, what issued them, where they are named") StandardsView;
            }
        }
    };
}

pub(crate) use annex_kinds;

macro_rules! enumerate {
    (
        { $($(#[$general_doc:meta])* $general:ident $general_file:ident $general_key:literal $general_names:tt $general_help:tt;)* }
        { $($(#[$doc:meta])* $kind:ident $file:ident $key:literal $names:tt $help:tt $content:ident;)* }
    ) => {
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum AnnexKind {
            $($(#[$general_doc])* $general,)*
            $($(#[$doc])* $kind,)*
        }

        impl AnnexKind {
            pub const ALL: [AnnexKind; [$($general_key,)* $($key,)*].len()] =
                [$(AnnexKind::$general,)* $(AnnexKind::$kind,)*];

            /// Returns the key in the corpus and in templates.
            pub fn key(self) -> &'static str {
                match self {
                    $(AnnexKind::$general => $general_key,)*
                    $(AnnexKind::$kind => $key,)*
                }
            }

            /// Returns what editors read of it, in Vietnamese and in English.
            pub fn help(self) -> (&'static str, &'static str) {
                match self {
                    $(AnnexKind::$general => $general_help,)*
                    $(AnnexKind::$kind => $help,)*
                }
            }

            /// Returns what findings call it, in Vietnamese and in English.
            pub fn names(self) -> (&'static str, &'static str) {
                match self {
                    $(AnnexKind::$general => $general_names,)*
                    $(AnnexKind::$kind => $names,)*
                }
            }
        }
    };
}

annex_kinds!(enumerate);

impl AnnexKind {
    /// Whether an edition may have several of the kind: those whose content is in the annex itself.
    pub fn may_repeat(self) -> bool {
        matches!(self, AnnexKind::Guidance | AnnexKind::Timeline)
    }
}
