using System.Globalization;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Policies;

public sealed class PolicyMeaningTests
{
    private const string Head = """{"Version":"2012-10-17","Statement":""";

    public static readonly TheoryData<string, string> Same = new()
    {
        // Regrouped: the same four pairs, by action and by resource.
        { """[{"Effect":"Allow","Action":"a:A","Resource":["r","s"]},{"Effect":"Allow","Action":"a:B","Resource":["r","s"]}]""", """[{"Effect":"Allow","Action":["a:A","a:B"],"Resource":"s"},{"Effect":"Allow","Action":["a:A","a:B"],"Resource":"r"}]""" },
        { """[{"Effect":"Allow","Action":["a:A","a:B"],"Resource":"r"},{"Effect":"Allow","Action":"a:A","Resource":"s"}]""", """[{"Effect":"Allow","Action":"a:A","Resource":["r","s"]},{"Effect":"Allow","Action":["a:B","a:A"],"Resource":"r"}]""" },
        { """{"Effect":"Deny","Action":["A:a","a:B"],"Resource":"r"}""", """[{"Effect":"Deny","Action":"a:a","Resource":"r"},{"Effect":"Deny","Action":"a:b","Resource":["r","r"]}]""" },
        { """{"Sid":"One","Effect":"Allow","Action":"a:A","Resource":"r"}""", """{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{}}""" },
        { """{"Effect":"Allow","NotAction":"A:a","NotResource":["s","r"]}""", """{"Effect":"Allow","NotAction":["a:a"],"NotResource":["r","s","r"]}""" },
        { """{"Effect":"Allow","Principal":"*","Action":"a:A"}""", """{"Effect":"Allow","Principal":{"AWS":["*"]},"Action":"a:A"}""" },
        { """{"Effect":"Deny","NotPrincipal":{"AWS":"123456789012"},"Action":"a:A"}""", """{"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws-cn:iam::123456789012:root"]},"Action":"a:A"}""" },
        { """{"Effect":"Allow","Principal":{"Service":["x.amazonaws.com","x.amazonaws.com"]},"Action":"sts:AssumeRole"}""", """{"Effect":"Allow","Principal":{"Service":"x.amazonaws.com"},"Action":"sts:assumerole"}""" },
        { """{"Effect":"Allow","Principal":{"AWS":["1","2"],"Service":"x"},"Action":"a:A"}""", """{"Effect":"Allow","Principal":{"Service":["x"],"AWS":["2","1"]},"Action":"a:A"}""" },
        { """{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{"Bool":{"aws:SecureTransport":true},"Null":{}}}""", """{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{"bool":{"AWS:securetransport":["true"]}}}""" },
    };

    public static readonly TheoryData<string, string> Different = new()
    {
        { """{"Effect":"Allow","Action":["a:A","a:B"],"Resource":["r","s"]}""", """[{"Effect":"Allow","Action":"a:A","Resource":"r"},{"Effect":"Allow","Action":"a:B","Resource":"s"}]""" },
        { """[{"Effect":"Allow","Action":"a:A","Resource":"r"},{"Effect":"Deny","Action":"a:B","Resource":"r"}]""", """{"Effect":"Allow","Action":["a:A","a:B"],"Resource":"r"}""" },
        { """[{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{"Bool":{"k":"true"}}},{"Effect":"Allow","Action":"a:B","Resource":"r"}]""", """{"Effect":"Allow","Action":["a:A","a:B"],"Resource":"r"}""" },
        { """{"Effect":"Allow","Action":"a:A","Resource":"R"}""", """{"Effect":"Allow","Action":"a:A","Resource":"r"}""" },
        { """{"Effect":"Allow","Action":"a:A","Resource":"r"}""", """{"Effect":"Allow","NotAction":"a:A","Resource":"r"}""" },
        { """{"Effect":"Deny","NotPrincipal":"*","Action":"a:A"}""", """{"Effect":"Deny","NotPrincipal":{"AWS":"*"},"Action":"a:A"}""" },
        { """{"Effect":"Allow","Principal":"*","Action":"a:A"}""", """{"Effect":"Allow","NotPrincipal":"*","Action":"a:A"}""" },
        { """{"Effect":"Allow","Principal":{"Service":"X"},"Action":"a:A"}""", """{"Effect":"Allow","Principal":{"Service":"x"},"Action":"a:A"}""" },
        { """{"Effect":"Allow","Principal":{"AWS":"x"},"Action":"a:A"}""", """{"Effect":"Allow","Principal":{"Federated":"x"},"Action":"a:A"}""" },
        { """{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"a:A"}""", """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/root"},"Action":"a:A"}""" },
        { """{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{"StringLike":{"k":"v"}}}""", """{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{"StringLikeIfExists":{"k":"v"}}}""" },
        { """{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{"ForAllValues:StringLike":{"k":"v"}}}""", """{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{"ForAnyValue:StringLike":{"k":"v"}}}""" },
        { """{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{"StringLike":{"k":"v"},"stringlike":{"K":"w"}}}""", """{"Effect":"Allow","Action":"a:A","Resource":"r","Condition":{"StringLike":{"k":["v","w"]}}}""" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Hash_WrittenOtherwise_IsTheSame(string one, string other)
    {
        var (left, right) = (Read(one), Read(other));

        Assert.Equal(PolicyDocument.Write(CanonicalPolicy.Of(left)), PolicyDocument.Write(CanonicalPolicy.Of(right)));
        Assert.True(PolicyMeaning.AreEquivalent(left, right));
        Assert.Equal(PolicyMeaning.Hash(left), PolicyMeaning.Hash(right));
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Hash_OfAnotherMeaning_IsAnother(string one, string other)
    {
        var (left, right) = (Read(one), Read(other));

        Assert.False(PolicyMeaning.AreEquivalent(left, right));
        Assert.NotEqual(PolicyMeaning.Hash(left), PolicyMeaning.Hash(right));
    }

    [Theory]
    [InlineData("r", true)]
    [InlineData("arn:aws:s3:::b/${aws:username}", false)]
    public void Hash_OldVersion_IsAnotherWhereVariablesAreInUse(string resource, bool same)
    {
        var statement = $$"""[{"Effect":"Allow","Action":"a:A","Resource":"{{resource}}"}]""";
        var (old, none, now) = (PolicyDocument.Parse($$"""{"Version":"2008-10-17","Statement":{{statement}}}"""), PolicyDocument.Parse($$"""{"Id":"x","Statement":{{statement}}}"""), Read(statement));

        Assert.Equal(PolicyMeaning.Hash(old), PolicyMeaning.Hash(none));
        Assert.Equal(same, PolicyMeaning.AreEquivalent(old, now));
    }

    [Fact]
    public void Hash_PolicyRewritten_IsTheSame() => RandomPolicy.ForAll(random =>
    {
        var policy = random.Policy();
        var rewritten = random.Rewritten(policy);

        var (left, right) = (PolicyDocument.Parse(policy.ToJsonString()), PolicyDocument.Parse(rewritten.ToJsonString()));

        Assert.DoesNotContain("Unreadable", PolicyDocument.Write(left), StringComparison.Ordinal);
        Assert.True(PolicyMeaning.AreEquivalent(left, right), $"{policy.ToJsonString()}\n{rewritten.ToJsonString()}\n{PolicyDocument.Write(CanonicalPolicy.Of(left))}\n{PolicyDocument.Write(CanonicalPolicy.Of(right))}");
        Assert.Equal(PolicyMeaning.Hash(left), PolicyMeaning.Hash(right));
    });

    [Fact]
    public void Hash_PolicyChanged_IsAnother() => RandomPolicy.ForAll(random =>
    {
        var policy = random.Policy();
        var (what, changed) = random.Changed(policy);

        var (left, right) = (PolicyDocument.Parse(policy.ToJsonString()), PolicyDocument.Parse(random.Rewritten(changed).ToJsonString()));

        Assert.False(PolicyMeaning.AreEquivalent(left, right), $"{what}\n{policy.ToJsonString()}\n{changed.ToJsonString()}");
        Assert.NotEqual(PolicyMeaning.Hash(left), PolicyMeaning.Hash(right));
    });

    [Fact]
    public void Of_CanonicalForm_StaysAsItIs() => RandomPolicy.ForAll(random =>
    {
        var canonical = CanonicalPolicy.Of(PolicyDocument.Parse(random.Policy().ToJsonString()));

        Assert.Equal(canonical, CanonicalPolicy.Of(canonical));
    });

    [Fact]
    public void Except_TwoPolicies_IsWhatMakesOneOfTheOther() => RandomPolicy.ForAll(random =>
    {
        var policy = random.Policy();
        var left = CanonicalPolicy.Of(PolicyDocument.Parse(policy.ToJsonString()));
        var right = CanonicalPolicy.Of(PolicyDocument.Parse(random.Changed(policy).Policy.ToJsonString()));

        var (gone, come) = (CanonicalPolicy.Except(left, right), CanonicalPolicy.Except(right, left));

        Assert.True(gone.Count + come.Count > 0);
        Assert.Empty(CanonicalPolicy.Except(left, left));
        Assert.Equal(CanonicalPolicy.Of(new PolicyModel() { Statements = [.. left.Statements, .. right.Statements] }), CanonicalPolicy.Of(new PolicyModel() { Statements = [.. left.Statements, .. come] }));
        Assert.Equal(left.Statements, CanonicalPolicy.Except(left, new() { Statements = come }));
    });

    /// <summary>What a held route left behind may be grouped otherwise than what is desired now.</summary>
    [Fact]
    public void Statements_LeastPrivilege_MeanWhatThePermissionsMeanOneByOne() => RandomPolicy.ForAll(random =>
    {
        var permissions = random.Permissions();
        var naive = permissions.Select(p => new StatementModel { Effect = PolicyEffect.Allow, Actions = [p.Action], Resources = [p.Resource] });

        Assert.True(PolicyMeaning.AreEquivalent(new() { Statements = LeastPrivilege.Statements(permissions) }, new() { Statements = [.. naive] }));
    });

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData("\ud800")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"\ud800","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":"*","\ud800":1}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":"*","Condition":{"X":{"y":"\udc00"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["a:A",null],"Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["a:A",{}],"Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":[]}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"a:A","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Action":"a:A","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Effect":"Allow","Action":"a:A","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":"*","Condition":null}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":"*","Condition":[]}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":"*","Extra":1}]}""")]
    [InlineData("""{"Version":"2020-01-01","Statement":[{"Effect":"Allow","Action":"a:A","Resource":"*"}]}""")]
    [InlineData("""{"Version":2012,"Statement":[{"Effect":"Allow","Action":"a:A","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":"x"}""")]
    [InlineData("""{"Version":"2012-10-17","Other":1,"Statement":[{"Effect":"Allow","Action":"a:A","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17"}""")]
    public void Hash_NoPolicyOfIam_IsItsOwn(string json)
    {
        var desired = new PolicyModel { Statements = [new() { Effect = PolicyEffect.Allow, Actions = ["a:A"], Resources = ["*"] }] };
        var read = PolicyDocument.Parse(json);

        Assert.Contains(read.Statements, s => s.Other is not null);
        Assert.NotEqual(PolicyMeaning.Hash(desired), PolicyMeaning.Hash(read));
        Assert.NotEqual(PolicyMeaning.Hash(new()), PolicyMeaning.Hash(read));
        Assert.False(PolicyMeaning.AreEquivalent(desired, read));
        Assert.Equal(PolicyMeaning.Hash(read), PolicyMeaning.Hash(PolicyDocument.Parse(json)));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void Hash_DeepDocument_IsItsOwn(int depth)
    {
        var deep = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

        Assert.NotEqual(PolicyMeaning.Hash(new()), PolicyMeaning.Hash(PolicyDocument.Parse(deep)));
        Assert.NotEqual(PolicyMeaning.Hash(new()), PolicyMeaning.Hash(Read("""{"Effect":"Allow","Action":"a:A","Principal":""" + deep + ""","Condition":{"a":{"b":""" + deep + "}}}")));
    }

    /// <summary>Made here, since a test's arguments are written as UTF-8.</summary>
    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Hash_HalfASurrogatePair_IsItsOwn(int half)
    {
        var text = ((char)half).ToString();
        var desired = new PolicyModel { Statements = [new() { Effect = PolicyEffect.Allow, Actions = ["a:A"], Resources = ["*"] }] };

        foreach (var json in new[] { text, Head + "[{\"Effect\":\"Allow\",\"Action\":\"a:A\",\"Resource\":\"" + text + "\"}]}", Head + "[{\"Effect\":\"Allow\",\"Action\":\"a:A\",\"Resource\":\"*\\u" + half.ToString("x4", CultureInfo.InvariantCulture) + "\"}]}" })
            Assert.False(PolicyMeaning.AreEquivalent(desired, PolicyDocument.Parse(json)), json);
        Assert.Equal(16, PolicyMeaning.Hash(PolicyDocument.Parse(text)).Length);
    }

    [Fact]
    public void Hash_AnyText_IsGiven() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => PolicyMeaning.Hash(PolicyDocument.Parse(text.Get)).Length == 16).QuickCheckThrowOnFailure();

    [Fact]
    public void Hash_DocumentCutOrSpoiled_IsGiven() => RandomPolicy.ForAll(random =>
    {
        var spoiled = random.Spoiled(random.Policy().ToJsonString());

        Assert.Equal(16, PolicyMeaning.Hash(PolicyDocument.Parse(spoiled)).Length);
    });

    /// <summary>A million pairs, in as many characters as IAM takes: they are not spelled out.</summary>
    [Fact]
    public void Hash_ManyPairs_IsGivenWhateverTheirGroups()
    {
        var (actions, resources) = (Enumerable.Range(0, 1000).Select(i => $"a:{i}").ToList(), Enumerable.Range(0, 1000).Select(i => $"r{i}").ToList());
        StatementModel Allow(IEnumerable<string> some) => new() { Effect = PolicyEffect.Allow, Actions = [.. some], Resources = [.. resources] };

        Assert.Equal(
            PolicyMeaning.Hash(new() { Statements = [Allow(actions)] }),
            PolicyMeaning.Hash(new() { Statements = [Allow(actions.Take(600)), Allow(actions.Skip(400))] }));
    }

    private static PolicyModel Read(string statement) => PolicyDocument.Parse(Head + statement + "}");
}
