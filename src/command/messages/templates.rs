//! Messages about templates: the errors of the engines, in the editor's language. Their own words are English and for
//! programmers; those that an editor meets are put in plain words here, and the others are handed on as they are.

use crate::diag::Bilingual;

/// What an engine says, in plain words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EngineFault {
    pub words: Bilingual,
    /// A name that is not known, and the names that would be, where the engine lists them.
    pub name: Option<String>,
    pub known: Vec<String>,
    pub advice: Option<Bilingual>,
}

impl EngineFault {
    fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        EngineFault { words: Bilingual::new(vi, en), name: None, known: Vec::new(), advice: None }
    }

    fn advise(mut self, vi: &str, en: &str) -> Self {
        self.advice = Some(Bilingual::new(vi, en));
        self
    }

    fn among(mut self, name: &str, known: &str) -> Self {
        self.name = Some(name.to_owned());
        self.known = known.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        self
    }
}

/// The words of an engine, read; `None` for what is shown as the engine says it.
pub fn said(message: &str) -> Option<EngineFault> {
    of_html(message).or_else(|| of_typst(message)).or_else(|| of_files(message))
}

/// Returns the text between two pieces of a message.
fn between<'m>(message: &'m str, before: &str, after: &str) -> Option<&'m str> {
    let rest = message.strip_prefix(before)?;
    if after.is_empty() { Some(rest) } else { rest.split_once(after).map(|(inner, _)| inner) }
}

/// Tera, which sets the pages of the web.
fn of_html(message: &str) -> Option<EngineFault> {
    let known = message.split_once("Available variables: ").or_else(|| message.split_once("Available fields: "));
    let known = known.map_or("", |(_, known)| known);
    if let Some(name) = between(message, "Variable `", "` is not defined") {
        let said =
            EngineFault::new(format!("mẫu không có biến `{name}`"), format!("templates have no variable `{name}`"));
        return Some(said.among(name, known));
    }
    if let Some(name) = between(message, "Field `", "` is not defined") {
        let said = EngineFault::new(
            format!("dữ liệu ở đây không có khoá `{name}`"),
            format!("the data here has no key `{name}`"),
        );
        return Some(said.among(name, known));
    }
    for (kind, vi, en) in [
        ("filter", "bộ lọc", "filter"),
        ("function", "hàm", "function"),
        ("test", "phép thử", "test"),
        ("template", "tệp mẫu", "template"),
    ] {
        if let Some(name) = between(message, &format!("Unknown {kind} `"), "`") {
            return Some(
                EngineFault::new(format!("không có {vi} `{name}`"), format!("there is no {en} `{name}`"))
                    .among(name, ""),
            );
        }
    }
    if let Some(name) = message.strip_suffix("` is published under a name with its hash") {
        let name = name.trim_start_matches('`');
        let write = format!("{{{{ root }}}}{{{{ assets[\"{name}\"] }}}}");
        let mut said = EngineFault::new(
            format!("tệp `{name}` được đăng dưới một tên có mã băm, nên không gọi thẳng tên ấy được"),
            format!("the file `{name}` is published under a name with its hash, so its plain name leads nowhere"),
        );
        said.advice = Some(Bilingual::new(format!("viết `{write}`"), format!("write `{write}`")));
        return Some(said);
    }
    if let Some(parent) = message.split_once("is inheriting from '").and_then(|(_, rest)| rest.split_once('\'')) {
        let name = parent.0;
        let said = EngineFault::new(
            format!("trang này mở rộng mẫu `{name}`, nhưng không có mẫu đó"),
            format!("this page extends the template `{name}`, which is not there"),
        );
        return Some(said.among(name, ""));
    }
    match message {
        "Unexpected end of input" => {
            Some(EngineFault::new("tệp hết mà còn một thẻ chưa đóng", "the file ends before a tag is closed").advise(
                "tìm {% if %}, {% for %} hoặc {% block %} thiếu {% endif %}, {% endfor %}, {% endblock %}",
                "look for an {% if %}, {% for %} or {% block %} without its {% endif %}, {% endfor %}, {% endblock %}",
            ))
        }
        "Blocks cannot be written inside a for loop." => Some(
            EngineFault::new("{% block %} không được nằm trong {% for %}", message)
                .advise("có lẽ thiếu {% endfor %} ở phía trên", "perhaps an {% endfor %} is missing above"),
        ),
        "`extends` needs to be the first tag of the template" => {
            Some(EngineFault::new("{% extends %} phải đứng đầu tệp, trước mọi chữ và thẻ khác", message))
        }
        "Unknown tag" => Some(EngineFault::new("thẻ {% … %} này không có", "there is no such tag {% … %}").advise(
            "các thẻ: if, elif, else, endif, for, endfor, set, block, endblock, extends, include",
            "the tags are: if, elif, else, endif, for, endfor, set, block, endblock, extends, include",
        )),
        "Tried to render a variable that is undefined" => {
            Some(EngineFault::new("chỗ này không có giá trị nào", "there is no value of this name").advise(
                "nếu là assets[\"…\"]: tên trong ngoặc phải là một tệp trong html/ của thư mục mẫu",
                "if it is assets[\"…\"]: the name within must be a file in html/ of the templates folder",
            ))
        }
        "the template is missing" => Some(EngineFault::new("thiếu tệp mẫu này", "the template is missing")),
        _ if message.starts_with("the filter `safe` is switched off") => {
            Some(EngineFault::new("bộ lọc `safe` bị tắt: lời của kho không được thành mã của trang", message).advise(
                "bỏ `| safe`; nội dung đã định dạng nằm sẵn trong `body`",
                "drop `| safe`; what is markup already is in `body`",
            ))
        }
        _ => expected(message, "Found `", "` but expected "),
    }
}

/// Typst, which sets the pages on paper.
fn of_typst(message: &str) -> Option<EngineFault> {
    if let Some(name) = between(message, "unknown variable: ", "") {
        return Some(EngineFault::new(format!("không có tên `{name}`"), format!("there is no name `{name}`")).advise(
            "sửa tên, hoặc nêu nó ở dòng #import đầu tệp",
            "fix the name, or list it in an #import at the top of the file",
        ));
    }
    if let Some(name) = between(message, "dictionary does not contain key \"", "\"") {
        return Some(
            EngineFault::new(
                format!("dữ liệu ở đây không có khoá `{name}`"),
                format!("the data here has no key `{name}`"),
            )
            .advise(
                "các khoá nằm trong view.json, do `camnang build --only json` tạo ra",
                "the keys are those of view.json, which `camnang build --only json` makes",
            ),
        );
    }
    if let Some(name) = between(message, "file not found (searched at ", ")") {
        return Some(
            EngineFault::new(format!("không có tệp `{name}`"), format!("there is no file `{name}`")).among(name, ""),
        );
    }
    if let Some(name) = between(message, "unknown font family: ", "") {
        return Some(
            EngineFault::new(format!("không có phông chữ `{name}`"), format!("there is no font `{name}`")).advise(
                "đặt tệp phông vào fonts/ của thư mục mẫu, hoặc dùng \"Source Serif 4\", \"Source Sans 3\", \"Liberation Serif\", \"Liberation Sans\"",
                "put the font's files into fonts/ of the templates folder, or use \"Source Serif 4\", \"Source Sans 3\", \"Liberation Serif\", \"Liberation Sans\"",
            ),
        );
    }
    if let Some(name) = between(message, "unexpected argument: ", "") {
        return Some(EngineFault::new(
            format!("hàm này không nhận tham số `{name}`"),
            format!("this function takes no argument `{name}`"),
        ));
    }
    if let Some(name) = between(message, "missing argument: ", "") {
        return Some(EngineFault::new(
            format!("hàm này thiếu tham số `{name}`"),
            format!("this function lacks the argument `{name}`"),
        ));
    }
    if let Some(why) = between(message, "panicked with: ", "") {
        return Some(EngineFault::new(
            format!("mẫu tự dừng lại: {why}"),
            format!("the template stopped itself: {why}"),
        ));
    }
    match message {
        "unresolved import" => {
            Some(EngineFault::new("tệp được import không có tên này", "the imported file has no such name"))
        }
        "unexpected argument" => {
            Some(EngineFault::new("hàm này không nhận tham số ở đây", "this function takes no argument here"))
        }
        "unclosed delimiter" => {
            Some(EngineFault::new("dấu ngoặc mở ở đây mà không đóng", "the bracket is opened here and never closed"))
        }
        "unclosed string" => {
            Some(EngineFault::new("dấu nháy mở ở đây mà không đóng", "the quote is opened here and never closed"))
        }
        _ if message.starts_with("layout did not converge") => Some(EngineFault::new(
            "các trang không xếp được ổn định: chỗ này đổi thì chỗ kia lại đổi",
            "the pages do not settle: each change of one place changes another",
        )),
        _ => {
            let rest = message.strip_prefix("expected ")?;
            let (expected, found) = rest.split_once(", found ").unwrap_or((rest, ""));
            Some(found_instead(expected, found))
        }
    }
}

/// Faults of the files themselves.
fn of_files(message: &str) -> Option<EngineFault> {
    let lower = message.to_lowercase();
    (lower.contains("invalid utf-8") || lower.contains("not utf-8")).then(|| {
        EngineFault::new("tệp không ở dạng UTF-8", "the file is not UTF-8")
            .advise("lưu lại tệp với bảng mã UTF-8", "save the file again with the encoding UTF-8")
    })
}

/// `Found A but expected B.`
fn expected(message: &str, before: &str, middle: &str) -> Option<EngineFault> {
    let (found, expected) = message.strip_prefix(before)?.split_once(middle)?;
    Some(found_instead(expected.trim_end_matches('.'), found))
}

fn found_instead(expected: &str, found: &str) -> EngineFault {
    if found.is_empty() {
        return EngineFault::new(format!("ở đây thiếu «{expected}»"), format!("«{expected}» is missing here"));
    }
    EngineFault::new(
        format!("ở đây phải là «{expected}», lại gặp «{found}»"),
        format!("«{expected}» must stand here, but it is «{found}»"),
    )
}

/// Where a call came from, as Typst writes it below a fault.
pub fn trace(hint: &str) -> Bilingual {
    for (en, vi) in
        [("while calling", "khi gọi"), ("while importing", "khi import"), ("while including", "khi include")]
    {
        if hint.contains(en) {
            return Bilingual::new(hint.replacen(en, vi, 1), hint);
        }
    }
    Bilingual::same(hint)
}

/// Head of the whole.
pub fn faulty(template: bool) -> Bilingual {
    if template {
        Bilingual::new("mẫu trình bày có lỗi", "a template has a fault")
    } else {
        Bilingual::new("không dàn trang được", "the pages could not be laid out")
    }
}

/// The engine's own words, below ours.
pub fn engine_words(message: &str) -> Bilingual {
    Bilingual::new(format!("nguyên lời: {message}"), format!("in the engine's words: {message}"))
}

/// What to do about a fault in an office's own file.
pub fn compare_with_shipped(path: &str) -> Bilingual {
    Bilingual::new(
        format!("so với tệp có sẵn: `camnang new templates mau-goc {path}` chép nó vào thư mục mau-goc"),
        format!(
            "compare it with the shipped file: `camnang new templates mau-goc {path}` copies that into the folder mau-goc"
        ),
    )
}

/// What to do about a fault in a file that only the office has.
pub fn fix_own() -> Bilingual {
    Bilingual::new(
        "sửa tệp này; công cụ không có tệp cùng tên để so",
        "fix the file; the tool has none of that name to compare it with",
    )
}

/// What to do about a fault that shows in a shipped file: one of the office's own does not fit it.
pub fn own_does_not_fit(own: &[&str]) -> Bilingual {
    let files = own.join(", ");
    Bilingual::new(
        format!("tệp này không sửa; một tệp của bạn không khớp với nó: {files}"),
        format!("this file was not changed; one of yours does not fit it: {files}"),
    )
}

/// What to do about a fault of shipped templates alone.
pub fn fault_of_the_tool() -> Bilingual {
    Bilingual::new(
        "đây là lỗi của công cụ, không phải của kho ngữ liệu; xin báo cho người làm công cụ",
        "this is a fault of the tool and not of the corpus; please report it",
    )
}

/// Files of a templates folder that change nothing.
pub fn strangers(folder: &str, files: &[(String, Option<String>)]) -> Bilingual {
    let line = |path: &str, advice: &str| format!("\n  {path}\n  → {advice}");
    let said = |write: &dyn Fn(&str) -> String, other: &str| {
        files
            .iter()
            .map(|(path, near)| line(path, &near.as_ref().map_or_else(|| other.to_owned(), |near| write(near))))
            .collect::<String>()
    };
    Bilingual::new(
        format!(
            "trong thư mục mẫu `{folder}` có tệp không thay tệp nào và không mẫu nào dùng tới:{}",
            said(
                &|near| format!("đổi tên thành `{near}`"),
                "chuyển nó ra ngoài; xem tên các tệp mẫu bằng `camnang new templates mau-goc`"
            )
        ),
        format!(
            "the templates folder `{folder}` has files that replace none and that no template uses:{}",
            said(
                &|near| format!("rename it to `{near}`"),
                "move it out; `camnang new templates mau-goc` shows how templates are called"
            )
        ),
    )
}

/// `--templates` names a folder without a file, so that it would change nothing.
pub fn empty_folder(folder: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "thư mục mẫu `{folder}` không có tệp mẫu nào; chép tệp muốn sửa vào đó bằng `camnang new templates {folder} html/style.css`"
        ),
        format!(
            "the templates folder `{folder}` has no template; copy what you want to change with `camnang new templates {folder} html/style.css`"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_put_in_plain_words() {
        for (message, vi) in [
            ("Variable `a` is not defined. Available variables: b, c", "mẫu không có biến `a`"),
            ("Unknown filter `uppr`", "không có bộ lọc `uppr`"),
            (
                "Template 'a.html' is inheriting from 'b.html', which doesn't exist or isn't loaded.",
                "trang này mở rộng mẫu `b.html`, nhưng không có mẫu đó",
            ),
            ("Found `}` but expected }}.", "ở đây phải là «}}», lại gặp «}»"),
            ("unknown variable: a", "không có tên `a`"),
            ("expected comma", "ở đây thiếu «comma»"),
            ("expected relative length, found string", "ở đây phải là «relative length», lại gặp «string»"),
            ("invalid utf-8 sequence of 1 bytes from index 0", "tệp không ở dạng UTF-8"),
        ] {
            assert_eq!(said(message).map(|said| said.words.vi).as_deref(), Some(vi), "{message}");
        }
        assert_eq!(said("Variable `a` is not defined. Available variables: b, c").unwrap().known, ["b", "c"]);
        assert_eq!(said("the moon is full"), None);
    }
}
