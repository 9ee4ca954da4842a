import { OctagonX } from "lucide-react";
import { Component, type ReactNode } from "react";
import { useText } from "../stores/text.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";

export type ErrorBoundaryProps = {
  readonly children: ReactNode;
  /** The broken part comes back when this changes, as when another page is opened. */
  readonly resetKey?: string;
};

/** The last resort: a part of the page that broke is replaced by what is safe and what to do; the rest goes on. */
export function ErrorBoundary({ children, resetKey }: ErrorBoundaryProps): ReactNode {
  return <Catcher resetKey={resetKey}>{children}</Catcher>;
}

type CatcherProps = { readonly children: ReactNode; readonly resetKey: string | undefined };
type CatcherState = { readonly isBroken: boolean; readonly resetKey: string | undefined };

// React lets classes alone catch what breaks below them; see DECISIONS.md.
class Catcher extends Component<CatcherProps, CatcherState> {
  override state: CatcherState = { isBroken: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<CatcherState> {
    return { isBroken: true };
  }

  // Not a `key`: what is whole stays mounted, with its focus and its place in a list.
  static getDerivedStateFromProps({ resetKey }: CatcherProps, state: CatcherState): CatcherState | null {
    return resetKey === state.resetKey ? null : { isBroken: false, resetKey };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken onReopen={() => this.setState({ isBroken: false })} /> : this.props.children;
  }
}

/** Says nothing of the error itself: its message could hold words from a dossier. */
function Broken({ onReopen }: { readonly onReopen: () => void }): ReactNode {
  const text = useText();
  return (
    <div role="alert">
      <EmptyState
        icon={OctagonX}
        title={text("shortcuts.brokenTitle")}
        action={
          <Button tone="primary" onPress={onReopen}>
            {text("shortcuts.brokenReopen")}
          </Button>
        }
      >
        {text("shortcuts.brokenBody")}
      </EmptyState>
    </div>
  );
}
