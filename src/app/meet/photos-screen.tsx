import { PhotoList } from '#features/consent/phone/photo-list.tsx';
import { useRegister } from '#features/register/queries.ts';
import { OfSession } from '#phone/of-session.tsx';
import { PhonePage } from '#ui/page.tsx';

/** Who came and may be in photos: the register and what is permitted are two features, so they meet here. */
export const PhotosScreen = () => <OfSession title="Photos">{({ id }) => <Photos session={id} />}</OfSession>;

function Photos({ session }: { session: string }) {
  const found = useRegister(session);
  if (!found) return <PhonePage title="Photos" loading />;
  const came = [...found.register.presences].flatMap(([person, { state }]) => (state === 'removed' ? [] : person));
  return <PhotoList session={found.session} came={came} />;
}
