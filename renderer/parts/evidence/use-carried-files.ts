import { useEffect, useRef, useState } from "react";
import type { CarriedFile } from "./upload-file.ts";

/** What was let go over the window or pasted into it. */
export interface Carried {
  readonly files: readonly CarriedFile[];
  /** Folders among them; these come in by the host's dialog. */
  readonly folders: number;
}

interface CarriedParts {
  /** Whether this page takes files now. */
  readonly takes: boolean;
  /** Whether a dialog that is open is the one that takes them; below any other nothing is taken. */
  readonly isOpen: boolean;
  /** A name for a picture that has none, such as a screenshot. */
  readonly pastedName: () => string;
  readonly onCarried: (carried: Carried) => void;
}

/** Takes files that are dropped anywhere on the window or pasted while the page is shown; text is pasted as ever. */
export function useCarriedFiles(parts: CarriedParts): { readonly isOver: boolean } {
  const latest = useRef(parts);
  latest.current = parts;
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const mayTake = (): boolean => latest.current.takes && (latest.current.isOpen || !isDialogOpen());
    const over = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      // Without this a browser would open the file in the place of the page.
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = mayTake() ? "copy" : "none";
      setOver(mayTake());
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      if (mayTake()) give(latest.current, carriedOf(event.dataTransfer, "drop", latest.current.pastedName));
    };
    const paste = (event: ClipboardEvent): void => {
      if (!hasFiles(event.clipboardData) || !mayTake()) return;
      event.preventDefault();
      give(latest.current, carriedOf(event.clipboardData, "paste", latest.current.pastedName));
    };
    document.addEventListener("dragenter", over);
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("dragenter", over);
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  }, []);
  return { isOver };
}

function give({ onCarried }: CarriedParts, carried: Carried): void {
  if (carried.files.length > 0 || carried.folders > 0) onCarried(carried);
}

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes("Files") === true;
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

function carriedOf(data: DataTransfer | null, way: CarriedFile["way"], pastedName: () => string): Carried {
  const items = [...(data?.items ?? [])].filter((item) => item.kind === "file");
  const isFolder = (item: DataTransferItem): boolean => item.webkitGetAsEntry()?.isDirectory === true;
  const folders = items.filter(isFolder).length;
  const files = items.filter((item) => !isFolder(item)).flatMap((item) => item.getAsFile() ?? []);
  // Every picture on a clipboard is called the same.
  const nameOf = (file: File): string => (way === "paste" && file.name === "image.png" ? pastedName() : file.name);
  return { files: files.map((file) => ({ file, name: nameOf(file), way })), folders };
}
