// A time beside a turn plays the recording from there. Without this script the link leads to the player.

const player = document.getElementById("player");

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("[data-seconds]") : null;
  if (!(link instanceof HTMLElement) || !(player instanceof HTMLAudioElement)) return;
  event.preventDefault();
  player.currentTime = Number(link.dataset.seconds);
  player.play().catch(() => player.focus()); // a browser may want a press on the player itself first
});
