using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>One namespace and one AWS account for all folders of samples: their names do not clash, as somebody may apply several of them.</summary>
internal sealed class SampleWorld : IAsyncDisposable
{
    /// <summary>The account in the ARNs of the samples as they are published.</summary>
    public const string PublishedAccount = "123456789012";

    /// <summary>The bucket in them: the names of buckets are everybody's, so that of a test has the test's account in it.</summary>
    private const string PublishedBucket = "my-test-bucket";

    private SampleWorld(Scenario scenario) => Scenario = scenario;

    public Scenario Scenario { get; }

    /// <summary>The bucket that stands for the one in the samples.</summary>
    public string Bucket => $"{PublishedBucket}-{Scenario.Aws.Id}";

    public static async Task<SampleWorld> StartAsync(AwsSide side) => new(await Scenario.StartAsync(side));

    /// <summary>The folders of samples.</summary>
    public static IEnumerable<string> Folders =>
        Directory.GetDirectories(Repository.PathOf("config", "samples")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    /// <summary>Applies all folders with APIs to the test's own account, without waiting for any.</summary>
    public Task StartAsync() => Scenario.ApplyAsync([.. Folders.Where(f => Apis(f).Any()).SelectMany(InAccount)]);

    /// <summary>Applies a folder to the test's own account, and waits until all of it is ready.</summary>
    /// <param name="folder">Its name.</param>
    /// <param name="edit">What somebody who uses the sample must change in it.</param>
    public async Task ApplyAsync(string folder, Func<string, string>? edit = null)
    {
        var manifests = InAccount(folder).Select(edit ?? (m => m)).ToArray();
        await Scenario.ApplyAsync(manifests);
        foreach (var manifest in manifests) await Scenario.ReadyAsync($"{ValueOf(manifest, "kind: ")}/{ValueOf(manifest, "  name: ")}");
    }

    /// <summary>A folder's manifests, with the test's account and bucket.</summary>
    public IEnumerable<string> Manifests(string folder) =>
        Directory.GetFiles(Repository.PathOf("config", "samples", folder), "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => File.ReadAllText(f).Replace(PublishedAccount, Scenario.Aws.Id, StringComparison.Ordinal).Replace(PublishedBucket, Bucket, StringComparison.Ordinal));

    /// <summary>The names of a folder's APIs.</summary>
    public IEnumerable<string> Apis(string folder) => Manifests(folder).Where(m => ValueOf(m, "kind: ") == "DirectApi").Select(m => ValueOf(m, "  name: "));

    /// <summary>A text as it would be with the account and the bucket of the samples as they are published.</summary>
    public string AsPublished(string text) =>
        text.Replace(Bucket, PublishedBucket, StringComparison.Ordinal).Replace(Scenario.Aws.Id, PublishedAccount, StringComparison.Ordinal);

    /// <summary>The value of a field. The samples are plain: each field on a line of its own.</summary>
    public static string ValueOf(string manifest, string field) =>
        manifest.Split('\n').First(l => l.StartsWith(field, StringComparison.Ordinal))[field.Length..].Trim();

    public ValueTask DisposeAsync() => Scenario.DisposeAsync();

    private IEnumerable<string> InAccount(string folder) => Manifests(folder).Select(m => ValueOf(m, "kind: ") == "DirectRoute" ? m : InAccountOf(m));

    /// <summary>Retained, since AWS deletes one REST API in thirty seconds, and so many would wait at their end: deletion has tests of its own.</summary>
    private string InAccountOf(string manifest) =>
        manifest.Replace("spec:\n", $"spec:\n  accountRef: {{name: {Scenario.AccountName}}}\n  deletionPolicy: Retain\n", StringComparison.Ordinal);
}
