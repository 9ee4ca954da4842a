import { OctagonX } from "lucide-react";
import { Component, type ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";

export type ErrorBoundaryProps = {
  readonly title: string;
  /** What is safe, and what to do if it happens again. */
  readonly description: string;
  /** Words of the button that tries again. */
  readonly action: string;
  /** The broken part comes back when this changes, as when another page is opened. */
  readonly resetKey?: string;
  readonly children: ReactNode;
};

/**
 * The last resort: a part of the page that broke is replaced by what is safe and what to do; the rest goes on.
 * Shows nothing of the error itself, whose message could hold words from a dossier.
 */
export function ErrorBoundary(props: ErrorBoundaryProps): ReactNode {
  const { title, description, action, resetKey, children } = props;
  const broken = (reopen: () => void): ReactNode => (
    <div role="alert">
      <EmptyState
        icon={OctagonX}
        title={title}
        action={
          <Button tone="primary" onPress={reopen}>
            {action}
          </Button>
        }
      >
        {description}
      </EmptyState>
    </div>
  );
  return (
    <Catcher key={resetKey} broken={broken}>
      {children}
    </Catcher>
  );
}

type CatcherProps = { readonly broken: (reopen: () => void) => ReactNode; readonly children: ReactNode };
type CatcherState = { readonly isBroken: boolean };

// React lets classes alone catch what breaks below them; see DECISIONS.md.
class Catcher extends Component<CatcherProps, CatcherState> {
  override state: CatcherState = { isBroken: false };

  static getDerivedStateFromError(): CatcherState {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.broken(() => this.setState({ isBroken: false })) : this.props.children;
  }
}
