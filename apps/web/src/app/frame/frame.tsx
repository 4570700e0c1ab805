import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import classes from './frame.module.css';
import { BottomBar } from './bottom-bar';
import { Rail } from './rail';
import { TopBar } from './top-bar';

const loadPalette = () => import('../palette/command-palette');
const Palette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }));

/** The coach's frame: rail on a wide window, bars on a phone, the page in the middle. */
export function Frame() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const lastPath = useRef(pathname);
  const [palette, setPalette] = useState(false);

  const openPalette = () => {
    setPalette(true);
    void loadPalette().then((module) => module.openPalette());
  };
  useHotkeys([['mod+K', openPalette]], []);

  // A new page is announced and read from its start by moving focus to it; the scroll position is the router's.
  useEffect(() => {
    if (lastPath.current === pathname) return;
    lastPath.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        Skip to the page
      </a>
      <Rail onSearch={openPalette} />
      <TopBar onSearch={openPalette} />
      <main className={classes.main} id="content" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <BottomBar />
      {palette && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
    </div>
  );
}
