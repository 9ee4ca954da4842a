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
  return <Catcher key={resetKey}>{children}</Catcher>;
}

type CatcherProps = { readonly children: ReactNode };
type CatcherState = { readonly isBroken: boolean };

// React lets classes alone catch what breaks below them; see DECISIONS.md.
class Catcher extends Component<CatcherProps, CatcherState> {
  override state: CatcherState = { isBroken: false };

  static getDerivedStateFromError(): CatcherState {
    return { isBroken: true };
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
