//! Lets browsers of this machine in, each connection for one request. Who is slow waits alone; where too many wait, the one
//! that came first and has sent no request yet gives way.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;
use tokio::time::{sleep, timeout};

use crate::serve::http::LoopbackListener;

/// Connections at once.
const MAX_CONNECTIONS: usize = 128;
/// How long a head may take to come.
const HEAD_TIME: Duration = Duration::from_secs(5);
/// How long a connection may last, with the answer.
const WHOLE_TIME: Duration = Duration::from_secs(120);
/// A head longer than this is not read. The least that the library allows.
const HEAD_LIMIT: usize = 16 * 1024;
const HEADERS: usize = 64;
/// How long a listener rests that the system gives no connection, as when all file handles are taken.
const REST: Duration = Duration::from_millis(50);
/// Threads that read the corpus and write to it.
const WORKERS: usize = 4;

/// Marks the connection of a request as one that is answered, and that is not given up for another.
#[derive(Clone, Default)]
pub struct AtWork(Arc<AtomicBool>);

impl AtWork {
    /// The request is whole: from here on it is answered.
    pub fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn has_begun(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Answers requests until the program ends.
///
/// # Errors
/// The system does not let the program listen.
pub fn serve(listener: LoopbackListener, pages: &Arc<CurrentPages>) -> io::Result<()> {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_io().enable_time().max_blocking_threads(WORKERS).build()?;
    let connections = Arc::new(OpenConnections::default());
    runtime.block_on(async {
        let mut listeners = tokio::task::JoinSet::new();
        for listener in listener.into_listeners() {
            listener.set_nonblocking(true)?;
            listeners.spawn(admit(TcpListener::from_std(listener)?, Arc::clone(pages), Arc::clone(&connections)));
        }
        while listeners.join_next().await.is_some() {}
        Ok(())
    })
}

async fn admit(listener: TcpListener, pages: Arc<CurrentPages>, connections: Arc<OpenConnections>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => connections.open(stream, pages.get()),
            Err(_) => sleep(REST).await,
        }
    }
}

/// The pages that are served now: another corpus may be opened at any time.
#[derive(Default)]
pub struct CurrentPages(Mutex<Router>);

impl CurrentPages {
    /// Serves other pages from the next connection on.
    pub fn put(&self, pages: Router) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = pages;
    }

    fn get(&self) -> Router {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// One connection.
struct Connection {
    task: AbortHandle,
    at_work: AtWork,
}

/// The connections that are open, the oldest first.
#[derive(Default)]
struct OpenConnections {
    all: Mutex<(u64, BTreeMap<u64, Connection>)>,
}

impl OpenConnections {
    fn all(&self) -> MutexGuard<'_, (u64, BTreeMap<u64, Connection>)> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(self: &Arc<Self>, stream: TcpStream, pages: Router) {
        let mut all = self.all();
        if all.1.len() >= MAX_CONNECTIONS && !give_up_one(&mut all.1) {
            // All are being answered: the new one is closed.
            return;
        }
        all.0 += 1;
        let number = all.0;
        let (at_work, connections) = (AtWork::default(), Arc::clone(self));
        let talk = talk(stream, pages, at_work.clone());
        let task = tokio::spawn(async move {
            // Who goes away in the midst of an answer does not want it.
            let _ = timeout(WHOLE_TIME, talk).await;
            connections.all().1.remove(&number);
        });
        all.1.insert(number, Connection { task: task.abort_handle(), at_work });
    }
}

/// Ends the oldest connection that is not being answered, and returns whether there was one.
fn give_up_one(all: &mut BTreeMap<u64, Connection>) -> bool {
    let idle = all.iter().find(|(_, connection)| !connection.at_work.has_begun()).map(|(number, _)| *number);
    let connection = idle.and_then(|number| all.remove(&number));
    if let Some(connection) = &connection {
        connection.task.abort();
    }
    connection.is_some()
}

async fn talk(stream: TcpStream, pages: Router, at_work: AtWork) -> Result<(), hyper::Error> {
    let pages = TowerToHyperService::new(pages);
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(at_work.clone());
        let answer = pages.call(request);
        async move { Ok::<_, Infallible>(answer.await.unwrap_or_else(|never| match never {})) }
    });
    let mut talk = http1::Builder::new();
    talk.keep_alive(false).timer(TokioTimer::new()).header_read_timeout(HEAD_TIME);
    talk.max_buf_size(HEAD_LIMIT).max_headers(HEADERS).serve_connection(TokioIo::new(stream), answer).await
}
