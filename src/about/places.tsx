/** What is stored where. */
export function Places() {
  return (
    <>
      <section aria-labelledby="here-heading">
        <h2 className="section-heading" id="here-heading">
          On this device
        </h2>
        <dl className="about-places">
          <Place name="Drafts">What you have typed and not sent, with every key.</Place>
          <Place name="Outbox">
            What you have sent and is not delivered yet, and the last few that are.
          </Place>
          <Place name="Copies">
            The entries you looked at last, so that you can read them without a network.
          </Place>
          <Place name="Keys">
            They seal the drafts, the outbox and the copies: one for each person, which the browser
            never gives out.
          </Place>
          <Place name="Your session">
            Who you are, and the tokens that prove it, until you sign out.
          </Place>
          <Place name="The app itself">Its files, so that it opens without a network.</Place>
        </dl>
        <p className="hint">
          Clearing the browser’s data for this site deletes all of it, with what waits. What a form
          asks that should not lie on a device is never kept here.
        </p>
      </section>
      <section aria-labelledby="cloud-heading">
        <h2 className="section-heading" id="cloud-heading">
          In the cloud
        </h2>
        <dl className="about-places">
          <Place name="Entries">
            What was delivered, in a table (Amazon DynamoDB) of whoever runs this app. You read and
            change your own; the owners read everybody’s.
          </Place>
          <Place name="Your account">
            Your email address, and your password in a form that cannot be read back (Amazon
            Cognito).
          </Place>
        </dl>
      </section>
    </>
  );
}

function Place({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
