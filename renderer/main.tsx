import "./first.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { mustExist } from "../shared/assert.ts";
import { App } from "./app/App.tsx";

createRoot(mustExist(document.getElementById("root"), "the page has a root")).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
