import { createTheme, Drawer, type MantineColorsTuple, Menu, Modal, Notification } from "@mantine/core";

const ink: MantineColorsTuple = [
  "#eef1ff", "#dce1fb", "#b6bff2", "#8e9bea", "#6c7ce3", "#5769de", "#4c5fd5", "#3d4fc0", "#3446ac", "#283b98",
];

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
    // Within the landmark that it is opened from, and with nothing in it but its items.
    Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }),
    // The page's header is the one banner.
    Modal: Modal.extend({ defaultProps: { attributes: { header: { role: "presentation" } } } }),
    Drawer: Drawer.extend({ defaultProps: { attributes: { header: { role: "presentation" } } } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { "aria-label": "Close" } } }),
  },
});
