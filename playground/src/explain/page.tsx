import { Loading } from "../shell/states";

export default function Page({ tenant }: { tenant: string }) {
  return <Loading what={tenant} />;
}
