import { NavLink } from 'react-router';
import classes from './frame.module.css';
import { places } from './places';

/** The places, under the thumb on a phone. */
export function BottomBar() {
  return (
    <nav aria-label="Main" className={classes.bottom}>
      {places.map(({ to, label, icon: PlaceIcon }) => (
        <NavLink key={to} to={to} end={to === '/'} className={classes.tab}>
          <PlaceIcon size={23} stroke={1.5} aria-hidden />
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
