import type { ReactNode } from 'react';

function Icon({ children, size = 20 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const HashIcon = () => (
  <Icon size={18}>
    <path d="M8 3 6.2 17M13.8 3 12 17M3.6 7.5h13.6M2.8 12.5h13.6" />
  </Icon>
);
export const LockIcon = () => (
  <Icon size={18}>
    <rect x="4" y="9" width="12" height="8" rx="1.5" />
    <path d="M6.75 9V6.25a3.25 3.25 0 0 1 6.5 0V9" />
  </Icon>
);
export const ChevronIcon = () => (
  <Icon size={16}>
    <path d="m5 7.5 5 5 5-5" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const MenuIcon = () => (
  <Icon>
    <path d="M3 5.5h14M3 10h14M3 14.5h14" />
  </Icon>
);
export const EyeIcon = () => (
  <Icon size={14}>
    <path d="M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10Z" />
    <circle cx="10" cy="10" r="2.5" />
  </Icon>
);
export const WarningIcon = () => (
  <Icon size={16}>
    <path d="M10 3 1.8 16.750h16.400zM10 8.25v3.750M10 14.400v.1" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path strokeWidth="2.5" d="M4.5 10h.01M10 10h.01M15.5 10h.01" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon size={16}>
    <path strokeWidth="2" d="m4 10.5 4 4 8-9" />
  </Icon>
);
export const NewWindowIcon = () => (
  <Icon size={16}>
    <path d="M11.5 3.5h5v5M16.5 3.5 9.5 10.5M14.5 12v3a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15V7A1.5 1.5 0 0 1 5 5.5h3" />
  </Icon>
);
export const TrafficIcon = () => (
  <Icon size={18}>
    <path d="M3 7h13m0 0-3.5-3.5M16 7l-3.5 3.5M17 13H4m0 0 3.5-3.5M4 13l3.5 3.5" />
  </Icon>
);
export const FileIcon = () => (
  <Icon size={24}>
    <path d="M5 2.75h6.5L15.500 6.750v10.500H5zM11.250 3v4h4M7.500 10.500h5.500M7.500 13.500h5.500" />
  </Icon>
);
export const DownloadIcon = () => (
  <Icon size={18}>
    <path d="M10 3.500v9m0 0 3.500-3.500M10 12.500 6.500 9M3.500 13.500v3h13v-3" />
  </Icon>
);
export const SendIcon = () => (
  <svg className="icon" width="16" height="16" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
    <path d="M2.6 2.300a.6.6 0 0 1 .8-.75l14.6 7.700c.65.35.65 1.2 0 1.550L3.4 18.450a.6.6 0 0 1-.8-.75L4.7 11.200l7.3-1.2-7.3-1.200z" />
  </svg>
);

/** The app's picture, drawn so that nothing is loaded from the network. */
export function AppIcon({ size }: { size: number }) {
  return (
    <svg className="app-icon" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="8" fill="#225c4b" />
      <rect x="8" y="10" width="12" height="17" rx="2.5" fill="#89cfae" transform="rotate(-10 14 18)" />
      <rect x="15" y="9" width="13" height="18" rx="2.5" fill="#fff" transform="rotate(8 21 18)" />
      <path d="m19 18 2.3 2.4 3.9-4.6" fill="none" stroke="#225c4b" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
