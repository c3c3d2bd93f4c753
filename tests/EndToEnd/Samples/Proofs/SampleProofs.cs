namespace DirectRoute.EndToEnd.Samples.Proofs;

/// <summary>The proofs of all APIs of the samples.</summary>
internal static class SampleProofs
{
    public static IReadOnlyList<SampleProof> All { get; } =
    [
        new GetItemProof(),
        new HttpBackendProof(),
        new HttpFunctionProof(),
        new MockProof(),
        new ObjectProof(),
        new PublishProof(),
        new PutEventsProof("events-http"),
        new PutEventsProof("events-rest"),
        new PutRecordProof(),
        new RawProof(),
        new RestFunctionProof(),
        new SendMessageProof("orders-http"),
        new SendMessageProof("orders-rest"),
        new SendWholeBodyProof("intake-http"),
        new SendWholeBodyProof("intake-rest"),
        new StartSyncExecutionProof(),
    ];
}
