namespace DirectRoute.EndToEnd.Samples;

/// <summary>
/// Every folder of <c>config/samples</c>, applied as it is published but for the account: what becomes of it in AWS, read by AWS's own command line.
/// No folder and no part of one is left out.
/// </summary>
[Collection(GatewaySamples.Name)]
public sealed class SamplesTests(GatewaySamples shared)
{
    /// <summary>Folders that hold no API: their accounts have only to become ready.</summary>
    private static readonly string[] Accounts = ["account", "grants"];

    public static TheoryData<string> Folders => [.. SampleWorld.Folders.Except(Accounts)];

    public static TheoryData<string> AccountFolders => [.. Accounts];

    [Fact]
    public void Folders_AllAreTried() => Assert.Equal(SampleWorld.Folders, SampleEffects.Expected.Keys.Concat(Accounts).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public Task Apply_Folder_IsReadyAndInAws(string folder) => SampleEffects.AssertAsync(shared.World, folder);

    [Theory]
    [MemberData(nameof(AccountFolders))]
    public async Task Apply_AccountFolder_IsReady(string folder)
    {
        var world = shared.World;
        var name = await ApplyAccountAsync(world, folder);

        try
        {
            await world.Scenario.ReadyAsync($"awsaccount/{name}");
        }
        finally
        {
            await world.Scenario.DeleteAsync($"awsaccount/{name}");
        }
    }

    /// <summary>Applies an account under a name of the test's own, with the address and credentials of the test's AWS.</summary>
    private static async Task<string> ApplyAccountAsync(SampleWorld world, string folder)
    {
        var manifest = Assert.Single(world.Manifests(folder));
        var published = SampleWorld.ValueOf(manifest, "  name: ");
        var name = $"{world.Scenario.AccountName}-{published}";
        await world.Scenario.ApplyAsync(manifest
            .Replace($"  name: {published}\n", $"  name: {name}\n", StringComparison.Ordinal)
            .Replace(
                "spec:\n",
                $"spec:\n  endpointUrl: {world.Scenario.Endpoint.ToString().TrimEnd('/')}\n  credentials: {{assumeRole: {{roleArn: \"{world.Scenario.Aws.RoleArn}\"}}}}\n",
                StringComparison.Ordinal));
        return name;
    }
}
