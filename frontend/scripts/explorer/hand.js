// Moving the map by mouse, finger and keyboard.
import { moved, zoomed } from "../pure/window.js";
import { useRef } from "../view.js";

/** How far a hand may move before a click becomes a pull, px. */
const STILL = 5;
/** One step of an arrow key, as a share of the window. */
const STEP = 0.2;

const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
const TIMES = { "+": 1 / 1.5, "=": 1 / 1.5, "-": 1.5, "−": 1.5 };

/** What the drawing listens to; a pull that ends on a mark does not choose it. */
export function useHand({ element, window, setWindow, zoom }) {
  const pull = useRef(null);
  const unit = () => window.side / element.current.clientWidth;
  const at = ({ clientX, clientY }) => {
    const { left, top } = element.current.getBoundingClientRect();
    return [window.x + (clientX - left) * unit(), window.y + (clientY - top) * unit()];
  };
  return {
    onPointerDown(event) {
      pull.current = { x: event.clientX, y: event.clientY, window, far: false };
    },
    onPointerMove(event) {
      if (!pull.current || event.buttons === 0) return;
      const [east, south] = [pull.current.x - event.clientX, pull.current.y - event.clientY];
      pull.current.far ||= Math.hypot(east, south) > STILL;
      if (pull.current.far) setWindow(moved(pull.current.window, east * unit(), south * unit()));
    },
    // A browser would carry a link away.
    onDragStart: (event) => event.preventDefault(),
    onClickCapture(event) {
      if (pull.current?.far) {
        event.preventDefault();
        event.stopPropagation();
      }
      pull.current = null;
    },
    onDblClick(event) {
      if (!event.target.closest("[data-places]")) zoom(0.5, at(event));
    },
    onWheel(event) {
      // Only with Ctrl, as two fingers on a touchpad send it: the wheel alone goes on through the page.
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.25 : 0.8, at(event));
    },
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (ARROWS[event.key]) {
        const [east, south] = ARROWS[event.key];
        setWindow(moved(window, east * window.side, south * window.side));
      } else if (TIMES[event.key]) setWindow(zoomed(window, TIMES[event.key]));
      else return;
      event.preventDefault();
    },
  };
}
