/** What was asked for cannot be meant: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const HELP = `vestibule-fake: a fake Microsoft Entra, for this machine alone

  serve                  answers Graph and the login services, until it is stopped
    --scenario NAME|FILE   what is there at first (default: one-tenant)
    --seed N               what all chance follows from (default: 1)
    --realism KIND         instant or documented: whether instances lag
    --port N               default: any that is free
    --clock KIND           running (default): the world's time is the machine's; still: it moves only when told
    --snapshot FILE        goes on with a world that was saved, at its own time, instead of a scenario
    --faults FILE          what is to go wrong: a list of rules for every tenant, or what exec or shrink has
                           left: then the world is of the same kind, and goes wrong in the same places
    --json                 one line of JSON when it is ready
  exec -- COMMAND ...    serves while a command runs, and sends its requests to the fake;
                         where it fails, what happened is in vestibule-fake.trace.json
                         (options as of serve; --trace FILE)
  shrink TRACE -- COMMAND ...
                         runs a command again and again, each time in a new world, until the fewest of the
                         trace's faults are left under which it fails; prints them, and writes them to
                         vestibule-fake.shrunk.json (--trace FILE). Of the world, what the trace says
  doctor                 tries, for each client of Microsoft's that is installed here, in which ways it gets
                         to a fake; --json

  Of a fake that runs already, at --at ADDRESS or $VESTIBULE_FAKE:
  state                  its tenants, and how far their instances are
  inbox [ADDRESS]        the mails that have arrived; --wait MS waits for the first
  redeem LINK            follows a redeem link to its end (exit code 1 where the guest is not let in);
                         --mfa approve|deny, --no-consent, --as ADDRESS
  clock +2h              moves the world's time on (ms, s, m, h, d); clock settle: until no instance lags
  hold [INSTANCE]        stops replication to an instance, or to all; --tenant CLOUD/NAME
  release [INSTANCE]     lets it go on
  faults FILE            lets things go wrong, by a list of rules; without a file, shows what has
  rewind [MARK]          goes back to a mark, or to the start
  snapshot save FILE     writes the whole world to a file, with nothing secret in it
  snapshot load FILE     puts the world of a file in the place of the one that runs

  help, --help           this; --version

Exit codes: 0 done, 1 failed, 2 asked for what cannot be meant; of exec, the command's own.
`;
