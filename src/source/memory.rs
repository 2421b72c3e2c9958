//! How much memory this process may still have, by what the system reports. Only Linux reports it in files; elsewhere
//! nothing is known, and nothing is said.
#![expect(clippy::disallowed_methods, reason = "a part of the only reader")]

use std::fs::read_to_string;
use std::path::Path;

/// Returns the bytes that are free for this process: of the machine, and of the group that it is confined to.
pub fn available() -> Option<u64> {
    let machine = of_machine(&read_to_string("/proc/meminfo").ok()?)?;
    let groups = read_to_string("/proc/self/cgroup").unwrap_or_default();
    let group = group_folders(&groups).into_iter().filter_map(|folder| of_group(Path::new(&folder))).min();
    Some(group.map_or(machine, |group| group.min(machine)))
}

/// Lets this process have no more than that, so that it ends by itself before the system ends another for it.
#[cfg(target_os = "linux")]
pub fn confine(bytes: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Without it the system decides, as elsewhere.
    let _ = setrlimit(Resource::Data, Rlimit { current: Some(bytes), maximum: Some(bytes) });
}

/// Does nothing: elsewhere the system decides.
#[cfg(not(target_os = "linux"))]
pub fn confine(_: u64) {}

/// Returns the memory that is free or can be freed, swap included.
fn of_machine(meminfo: &str) -> Option<u64> {
    let kilobytes = |name: &str| {
        let line = meminfo.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()
    };
    Some((kilobytes("MemAvailable")? + kilobytes("SwapFree").unwrap_or(0)) * 1024)
}

/// The folders in which the limits of this process may be, of both versions of control groups. Within a container the
/// path is often that of the machine outside, and the group is at the root.
fn group_folders(groups: &str) -> Vec<String> {
    let of_memory = groups.lines().filter_map(|line| {
        let mut parts = line.splitn(3, ':').skip(1);
        match (parts.next()?, parts.next()?) {
            ("", path) => Some(("/sys/fs/cgroup", path)),
            (controllers, path) if controllers.split(',').any(|it| it == "memory") => {
                Some(("/sys/fs/cgroup/memory", path))
            }
            _ => None,
        }
    });
    of_memory.flat_map(|(root, path)| [format!("{root}{path}"), root.to_owned()]).collect()
}

fn of_group(folder: &Path) -> Option<u64> {
    let number = |name: &str| read_to_string(folder.join(name)).ok()?.trim().parse::<u64>().ok();
    // Files that were read are counted as well, and given back where memory is wanted.
    let stat = read_to_string(folder.join("memory.stat")).unwrap_or_default();
    let files = |name: &str| stat.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok());
    let (limit, used, cached) = match number("memory.max") {
        Some(limit) => (limit, number("memory.current")?, files("inactive_file ")),
        None => {
            let used = number("memory.usage_in_bytes")?;
            (number("memory.limit_in_bytes")?, used, files("total_inactive_file "))
        }
    };
    Some(limit.saturating_sub(used.saturating_sub(cached.unwrap_or(0))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_machine_has() {
        let meminfo = "MemTotal: 9 kB\nMemFree: 1 kB\nMemAvailable:     2000 kB\nSwapFree:   48 kB\n";
        assert_eq!(of_machine(meminfo), Some(2048 * 1024));
        assert_eq!(of_machine("MemTotal: 9 kB\n"), None);
    }

    #[test]
    fn where_limits_may_be() {
        assert_eq!(group_folders("0::/a\n"), ["/sys/fs/cgroup/a", "/sys/fs/cgroup"]);
        assert_eq!(
            group_folders("9:name=systemd:/\n4:memory:/a/b\n3:cpu,cpuacct:/\n"),
            ["/sys/fs/cgroup/memory/a/b", "/sys/fs/cgroup/memory"]
        );
    }

    #[test]
    fn what_a_group_may_have() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        assert_eq!(of_group(folder.path()), None);
        write("memory.max", "1000\n");
        write("memory.current", "600\n");
        write("memory.stat", "anon 5\ninactive_file 100\n");
        assert_eq!(of_group(folder.path()), Some(500));
        write("memory.max", "max\n");
        assert_eq!(of_group(folder.path()), None);
    }
}
