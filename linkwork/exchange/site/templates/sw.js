// Keeps the whole toolkit readable offline. The newest page from the web where there is one, else the one kept.
"use strict";
const NAME = /* NAME */;
const FILES = /* FILES */;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(old).then(() => self.clients.claim()));
});

const face = async (request) => {
  const cache = await caches.open(NAME);
  const held = await cache.match(request);
  if (held) return held;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
};

self.addEventListener("fetch", (event) => {
  const asked = new URL(event.request.url);
  if (event.request.method !== "GET" || asked.origin !== self.location.origin) return;
  const kept = () => caches.match(asked.pathname.endsWith("/") ? asked.pathname + "index.html" : event.request, { ignoreSearch: true });
  // A typeface that was seen once is kept: it is large, and never changes within a build.
  if (asked.pathname.endsWith(".ttf")) { event.respondWith(face(event.request)); return; }
  event.respondWith(fetch(event.request).catch(() => kept().then((answer) => answer || Response.error())));
});
