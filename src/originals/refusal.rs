//! Why a received file could not be read.

use crate::diag::Bilingual;

/// Why a received file could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadRefusal {
    /// No reader knows such files.
    UnknownKind,
    /// There is no text in it: a scan, or an empty file.
    NoText,
    /// A PDF whose pages are pictures.
    Scan,
    Damaged(String),
    /// It is locked with a password.
    Locked,
    /// Something in it is larger or deeper than any law needs.
    TooMuch(FileExcess),
    /// The program that reads such files is not on this computer.
    NoProgram(&'static str),
    /// The program that reads such files failed or took too long, and what it said.
    ProgramFailed {
        program: &'static str,
        said: String,
    },
    /// The encoding of its letters is not known.
    UnknownEncoding,
    /// A fault of the reader: characters are missing from its text, or are too many.
    Lost {
        lost: Vec<(char, u64)>,
        invented: Vec<(char, u64)>,
    },
}

/// What of a file is too much.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileExcess {
    /// More bytes than are read, as it is or when unpacked.
    Bytes(u64),
    /// More files in an archive.
    Entries,
    /// More elements, or attributes of one.
    Elements,
    /// Elements within one another.
    Depth,
}

impl ReadRefusal {
    /// Returns the reason in words, with what to do.
    pub fn words(&self) -> Bilingual {
        match self {
            ReadRefusal::UnknownKind => Bilingual::new(
                "không nhận ra loại tệp; nhận .docx, .doc, .odt, .rtf, .html, .pdf, .md, .txt",
                "this kind of file is not known; .docx, .doc, .odt, .rtf, .html, .pdf, .md and .txt are",
            ),
            ReadRefusal::NoText => Bilingual::new("tệp không có chữ nào", "there is no text in the file"),
            ReadRefusal::Scan => Bilingual::new(
                "tệp PDF này là bản quét (scan), không có lớp chữ; cần bản Word, trang web, hoặc bản PDF có chữ",
                "this PDF is a scan without text; get a Word file, a web page, or a PDF with text",
            ),
            ReadRefusal::Damaged(why) => {
                Bilingual::new(format!("tệp hỏng: {why}"), format!("the file is damaged: {why}"))
            }
            ReadRefusal::Locked => Bilingual::new(
                "tệp có mật khẩu; mở bằng chương trình của nó và lưu lại không mật khẩu",
                "the file has a password; open it in its program and save it without one",
            ),
            ReadRefusal::TooMuch(excess) => too_much(*excess),
            ReadRefusal::NoProgram(program) => Bilingual::new(
                format!(
                    "cần chương trình `{program}` để đọc loại tệp này, mà máy chưa có; cài nó, hoặc lưu tệp thành .docx"
                ),
                format!(
                    "the program `{program}` reads such files and is not here; install it, or save the file as .docx"
                ),
            ),
            ReadRefusal::ProgramFailed { program, said } => Bilingual::new(
                format!("chương trình `{program}` không đọc được tệp: {said}"),
                format!("the program `{program}` could not read the file: {said}"),
            ),
            ReadRefusal::UnknownEncoding => Bilingual::new(
                "không nhận ra bảng mã của chữ; mở bằng chương trình soạn thảo và lưu lại theo UTF-8",
                "the encoding of the letters is not known; open it in an editor and save it as UTF-8",
            ),
            ReadRefusal::Lost { lost, invented } => self::lost(lost, invented),
        }
    }
}

fn too_much(excess: FileExcess) -> Bilingual {
    let (vi, en) = match excess {
        FileExcess::Bytes(limit) => {
            let megabytes = limit / (1024 * 1024);
            return Bilingual::new(
                format!("tệp quá lớn, hoặc giải nén ra quá lớn: công cụ đọc đến {megabytes} MB"),
                format!("the file is too large, packed or unpacked: up to {megabytes} MB are read"),
            );
        }
        FileExcess::Entries => ("tệp nén có quá nhiều tệp con", "the archive has too many files in it"),
        FileExcess::Elements => ("tệp có quá nhiều phần tử", "the file has too many elements"),
        FileExcess::Depth => ("các phần tử lồng nhau quá sâu", "elements lie too deep within one another"),
    };
    Bilingual::new(vi, en)
}

fn lost(lost: &[(char, u64)], invented: &[(char, u64)]) -> Bilingual {
    let listed = |characters: &[(char, u64)]| {
        let shown = characters.iter().take(10).map(|(character, times)| format!("«{character}» × {times}"));
        shown.collect::<Vec<_>>().join(", ")
    };
    let (lost, invented) = (listed(lost), listed(invented));
    Bilingual::new(
        format!("lỗi của công cụ: đọc thiếu [{lost}], đọc thừa [{invented}]; không ghi gì. Xin báo lỗi kèm tệp này"),
        format!(
            "a fault of the tool: characters missing [{lost}], too many [{invented}]; nothing was written. Please report it with the file"
        ),
    )
}
