const loading = new Map();

/** Load a classic script once; they work from a USB stick, where modules and fetch do not. */
export function loadScript(address) {
  if (!loading.has(address)) {
    loading.set(
      address,
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = () => reject(new Error(`${address} could not be loaded`));
        document.head.append(script);
      }),
    );
  }
  return loading.get(address);
}
