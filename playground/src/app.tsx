import { Redirect, Route, Switch } from "wouter";
import { useSession } from "./api/session";
import { Shell } from "./shell/shell";
import { SignIn } from "./shell/sign-in";
import { Tenants } from "./shell/tenants";

export function App() {
  return (
    <Switch>
      <Route path="/t/:tenant/playground/:page?">
        {({ tenant, page }) => <Workspace tenant={tenant} page={page ?? "schema"} />}
      </Route>
      <Route path="/playground/*?">
        <Home />
      </Route>
      <Route>
        <Redirect to="/playground" />
      </Route>
    </Switch>
  );
}

function Home() {
  const { credential, refused } = useSession();
  if (credential === undefined || refused) return <SignIn />;
  return credential.tenant === undefined ? <Tenants /> : <Redirect to={`/t/${credential.tenant}/playground/schema`} />;
}

function Workspace({ tenant, page }: { tenant: string; page: string }) {
  const { credential, refused } = useSession();
  const holds = credential !== undefined && !refused && (credential.tenant === undefined || credential.tenant === tenant);
  return holds ? <Shell tenant={tenant} page={page} /> : <SignIn tenant={tenant} />;
}
