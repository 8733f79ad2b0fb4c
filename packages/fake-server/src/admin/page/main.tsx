import { render } from "preact";
import { Frame } from "./frame.tsx";

const root = document.getElementById("page");
if (root !== null) render(<Frame />, root);
