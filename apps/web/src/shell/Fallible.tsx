import { Component, type ReactNode } from 'react';

type Props = { readonly children: ReactNode; readonly otherwise: (error: unknown) => ReactNode };
type State = { readonly fault: { readonly error: unknown } | null };

/** Shows something else when what is in it falls over, as the router does on the other pages. React has it as a class only. */
export class Fallible extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: { error } };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault ? this.props.otherwise(fault.error) : this.props.children;
  }
}
