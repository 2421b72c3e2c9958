//! Resolves the two sides of a comparison from the command line. Each may be an edition, a date or a revision; both must be of one kind,
//! and of one only.

use std::rc::Rc;

use super::super::Failure;
use super::super::context::CommandContext;
use crate::cli::DiffArgs;
use crate::diag::Sink;
use crate::diag::advice::nearest;
use crate::model::date::Date;
use crate::session::{Absent, OpenedCorpus};
use crate::source::git::{GitFault, Repository, Revision};

/// The word for the files on disk.
const WORKTREE: &str = "WORKTREE";

/// What one side of a comparison is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SideKind {
    Edition,
    Date,
    /// A commit, or the files on disk beside one.
    Revision,
}

impl SideKind {
    const ALL: [SideKind; 3] = [SideKind::Edition, SideKind::Date, SideKind::Revision];

    fn prefix(self) -> &'static str {
        match self {
            SideKind::Edition => "edition:",
            SideKind::Date => "date:",
            SideKind::Revision => "git:",
        }
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            SideKind::Edition => ("ấn bản", "an edition"),
            SideKind::Date => ("ngày", "a date"),
            SideKind::Revision => ("bản ghi git", "a git revision"),
        }
    }
}

/// One side, read.
pub struct Side {
    pub kind: SideKind,
    /// As it was requested, without a prefix.
    pub name: String,
    pub date: Option<Date>,
    /// `None` for the files on disk.
    pub commit: Option<String>,
    pub opened: Rc<OpenedCorpus>,
}

impl Side {
    /// Returns the kind as programs read it.
    pub fn kind_key(&self) -> &'static str {
        match (self.kind, &self.commit) {
            (SideKind::Edition, _) => "edition",
            (SideKind::Date, _) => "date",
            (SideKind::Revision, Some(_)) => "revision",
            (SideKind::Revision, None) => "worktree",
        }
    }
}

/// What a word can mean.
struct Readings {
    word: String,
    kinds: Vec<SideKind>,
    date: Option<Date>,
    revision: Option<Revision>,
    /// Why it is no revision.
    fault: Option<GitFault>,
}

/// Reads both sides from the command line. The corpus on the disk is read once, also where both need it.
pub fn sides(args: &DiffArgs, context: &CommandContext<'_>) -> Result<(Side, Side), Failure> {
    let disk = Rc::new(context.open(&args.corpus)?);
    let repository = Repository::of(&args.corpus.corpus);
    let former = read(&args.former, &disk, &repository);
    let later = read(args.later.as_deref().unwrap_or(WORKTREE), &disk, &repository);
    for side in [&former, &later] {
        if side.kinds.is_empty() {
            return Err(unknown(side, &disk));
        }
    }
    let both: Vec<SideKind> = former.kinds.iter().copied().filter(|kind| later.kinds.contains(kind)).collect();
    let kind = match both.as_slice() {
        [kind] => *kind,
        [] if args.later.is_none() => return Err(only_one(&former)),
        [] => return Err(mixed(&former, &later)),
        _ => return Err(ambiguous(&former, &later, &both)),
    };
    Ok((side(former, kind, &disk, &repository)?, side(later, kind, &disk, &repository)?))
}

fn read(given: &str, disk: &OpenedCorpus, repository: &Result<Repository, GitFault>) -> Readings {
    let prefixed = SideKind::ALL.into_iter().find_map(|kind| Some((kind, given.strip_prefix(kind.prefix())?)));
    let (only, word) = prefixed.map_or((None, given), |(kind, word)| (Some(kind), word));
    let may_be = |kind| only.is_none_or(|only| only == kind);
    let date = word.parse().ok().filter(|_| may_be(SideKind::Date));
    let mut readings = Readings { word: word.to_owned(), kinds: Vec::new(), date, revision: None, fault: None };
    if may_be(SideKind::Edition) && disk.corpus.editions().any(|edition| edition.id.as_str() == word) {
        readings.kinds.push(SideKind::Edition);
    }
    if date.is_some() {
        readings.kinds.push(SideKind::Date);
    }
    // A word in the form of a date is a date; a branch of that name needs the prefix.
    let asks_git = if only.is_none() { date.is_none() } else { only == Some(SideKind::Revision) };
    if word == WORKTREE && asks_git {
        readings.kinds.push(SideKind::Revision);
    } else if asks_git {
        match repository.as_ref().map_err(again).and_then(|repository| repository.resolve(word)) {
            Ok(revision) => {
                readings.revision = Some(revision);
                readings.kinds.push(SideKind::Revision);
            }
            Err(fault) => readings.fault = Some(fault),
        }
    }
    readings
}

fn again(fault: &GitFault) -> GitFault {
    match fault {
        GitFault::NoGit => GitFault::NoGit,
        GitFault::NoRepository(said) => GitFault::NoRepository(said.clone()),
        GitFault::NoRevision => GitFault::NoRevision,
        GitFault::NoFolder(folder) => GitFault::NoFolder(folder.clone()),
        GitFault::Failed(said) => GitFault::Failed(said.clone()),
    }
}

fn side(
    readings: Readings,
    kind: SideKind,
    disk: &Rc<OpenedCorpus>,
    repository: &Result<Repository, GitFault>,
) -> Result<Side, Failure> {
    let Readings { word: name, date, revision, .. } = readings;
    let date = date.filter(|_| kind == SideKind::Date);
    let (Some(revision), SideKind::Revision, Ok(repository)) = (revision, kind, repository) else {
        return Ok(Side { kind, name, date, commit: None, opened: Rc::clone(disk) });
    };
    let mut sink = Sink::new();
    let sources = repository.load(&revision, &mut sink).map_err(|fault| said(&name, &fault))?;
    Ok(Side { kind, name, date, commit: Some(revision.commit), opened: Rc::new(OpenedCorpus::new(sources, sink)) })
}

/// Why a word is no revision.
fn said(word: &str, fault: &GitFault) -> Failure {
    match fault {
        GitFault::NoGit => Failure::new(
            format!("để đọc `{word}` như một bản ghi git cần chương trình git, mà máy này không có"),
            format!("to read `{word}` as a git revision the program git is needed, which this machine lacks"),
        ),
        GitFault::NoRepository(git) => Failure::new(
            format!("kho ngữ liệu không nằm trong một kho git nào mở được ({git})"),
            format!("the corpus lies in no git repository that can be opened ({git})"),
        ),
        GitFault::NoRevision => {
            Failure::new(format!("git không có bản ghi `{word}`"), format!("git has no revision `{word}`"))
        }
        GitFault::NoFolder(folder) => Failure::new(
            format!("ở bản ghi `{word}` chưa có thư mục `{folder}`"),
            format!("at the revision `{word}` there is no folder `{folder}`"),
        ),
        GitFault::Failed(git) => Failure::new(
            format!("git không đọc được bản ghi `{word}`: {git}"),
            format!("git could not read the revision `{word}`: {git}"),
        ),
    }
}

fn unknown(side: &Readings, disk: &OpenedCorpus) -> Failure {
    let word = &side.word;
    if let Err(absent @ Absent::Unread(_)) = disk.edition(word) {
        return absent.into();
    }
    let near = nearest(word, disk.corpus.editions().map(|edition| edition.id.as_str()));
    let (near_vi, near_en) = match near {
        Some(near) => (format!("; có phải ấn bản `{near}`?"), format!("; do you mean the edition `{near}`?")),
        None => (String::new(), String::new()),
    };
    let (why_vi, why_en) = match &side.fault {
        None | Some(GitFault::NoRevision) => (String::new(), String::new()),
        Some(fault) => {
            let Failure(words) = said(word, fault);
            (format!(". {}", words.vi), format!(". {}", words.en))
        }
    };
    Failure::new(
        format!(
            "`{word}` không phải ấn bản, không phải ngày (năm-tháng-ngày), cũng không phải bản ghi git{near_vi}{why_vi}"
        ),
        format!("`{word}` is no edition, no date (year-month-day) and no git revision{near_en}{why_en}"),
    )
}

fn only_one(former: &Readings) -> Failure {
    let word = &former.word;
    let (vi, en) = described(former);
    Failure::new(
        format!("`{word}` là {vi}; cần thêm B cùng loại. Chỉ bản ghi git mới so được với các tệp trên đĩa"),
        format!("`{word}` is {en}; a B of the same kind is needed. Only a revision is compared with the files on disk"),
    )
}

fn mixed(former: &Readings, later: &Readings) -> Failure {
    let ((a_vi, a_en), (b_vi, b_en)) = (described(former), described(later));
    let (a, b) = (&former.word, &later.word);
    Failure::new(
        format!("hai bên khác loại: `{a}` là {a_vi}, `{b}` là {b_vi}. So hai ấn bản, hai ngày, hoặc hai bản ghi git"),
        format!(
            "the two are of different kinds: `{a}` is {a_en}, `{b}` is {b_en}. Compare two editions, two dates, or two revisions"
        ),
    )
}

fn ambiguous(former: &Readings, later: &Readings, kinds: &[SideKind]) -> Failure {
    let (a, b) = (&former.word, &later.word);
    let ways = kinds.iter().map(|kind| format!("{0}{a} {0}{b}", kind.prefix())).collect::<Vec<_>>();
    Failure::new(
        format!("`{a}` và `{b}` có thể hiểu nhiều cách; ghi rõ: {}", ways.join(" hoặc ")),
        format!("`{a}` and `{b}` can be read in several ways; say which: {}", ways.join(" or ")),
    )
}

fn described(side: &Readings) -> (String, String) {
    let join = |pick: fn((&'static str, &'static str)) -> &'static str, word: &str| {
        side.kinds.iter().map(|kind| pick(kind.names())).collect::<Vec<_>>().join(word)
    };
    (join(|names| names.0, " hoặc "), join(|names| names.1, " or "))
}
