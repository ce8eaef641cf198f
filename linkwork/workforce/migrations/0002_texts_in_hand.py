from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("workforce", "0001_first_edition")]

    operations = [
        migrations.AddField(
            model_name="visittext",
            name="taken_until",
            field=models.DateTimeField(null=True),
        ),
    ]
