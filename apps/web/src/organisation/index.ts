/** Who is signed in, the frame of office pages, and the tree of units. */
export { demoHref, firstHref, newConferenceHref, safeReturn, signInHref } from './addresses.ts';
export { FirstForm } from './FirstForm.tsx';
export { OfficeFrame, type OfficeFrameProps } from './OfficeFrame.tsx';
export { useSession } from './session.ts';
export { SignInForm } from './SignInForm.tsx';
export { UnitTree, type UnitTreeProps } from './UnitTree.tsx';
