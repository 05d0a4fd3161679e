import { Alert, createTheme, Drawer, type MantineColorsTuple, Menu, Modal, Notification } from "@mantine/core";

const ink: MantineColorsTuple = [
  "#eef1ff", "#dce1fb", "#b6bff2", "#8e9bea", "#6c7ce3", "#5769de", "#4c5fd5", "#3d4fc0", "#3446ac", "#283b98",
];

/** A dialog's head is no head of the page. */
const HEAD = { header: { role: "presentation" } };

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 7 },
  colors: { ink },
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, Cantarell, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  defaultRadius: "md",
  cursorType: "pointer",
  autoContrast: true,
  components: {
    Alert: Alert.extend({ styles: { title: { color: "var(--mantine-color-text)" } } }),
    Drawer: Drawer.extend({ defaultProps: { attributes: HEAD } }),
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } }),
    Modal: Modal.extend({ defaultProps: { attributes: HEAD } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { "aria-label": "Close" } } }),
  },
});
